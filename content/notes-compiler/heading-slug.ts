/** Letters that no decomposition makes plain. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { đ: 'd', ß: 'ss', æ: 'ae', ø: 'o', ł: 'l' }

/** The same words without capitals and without the marks on letters: `Đường đi` is `duong di`. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đßæøł]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
}

/** A heading as a part of an address: `What's **offered**?` is `whats-offered`. */
export function headingSlug(heading: string): string {
  return plainLetters(heading)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
