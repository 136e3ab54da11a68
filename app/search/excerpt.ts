import { plainLetters } from '../../content/notes-compiler/heading-slug.ts'

/** A stretch of an excerpt; `match` is what was looked for. */
export interface ExcerptRun {
  readonly text: string
  readonly match: boolean
}

/** Letters before the first match, and in all. */
const BEFORE = 40
const LENGTH = 140

/**
 * Some words around the first match.
 *
 * @param words in plain letters; each matches the beginning of a word
 */
export function excerpt(text: string, words: readonly string[]): readonly ExcerptRun[] {
  const matches = matchesOf(text, words)
  const first = matches[0]?.start ?? 0
  const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1
  const end = from + LENGTH >= text.length ? text.length : text.lastIndexOf(' ', from + LENGTH)
  const runs: ExcerptRun[] = []
  let at = from
  for (const { start, length } of matches) {
    if (start < at || start + length > end) continue
    runs.push({ text: text.slice(at, start), match: false }, { text: text.slice(start, start + length), match: true })
    at = start + length
  }
  runs.push({ text: text.slice(at, end), match: false })
  if (from > 0) runs.unshift({ text: '… ', match: false })
  if (end < text.length) runs.push({ text: ' …', match: false })
  return runs.filter((run) => run.text !== '')
}

function matchesOf(text: string, words: readonly string[]) {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)).flatMap(({ 0: word, index }) => {
    const plain = plainLetters(word)
    const found = words.find((wanted) => plain.startsWith(wanted))
    // Where letters fall together the plain word is shorter: then all of it is marked.
    if (found === undefined) return []
    return [{ start: index, length: plain.length === word.length ? found.length : word.length }]
  })
}
