/**
 * How control characters stand in a text field: in caret notation, as the STOMP specification prints NUL. A line end is
 * a line end, and a caret that would be read as a sign is two.
 */
const SIGNS: Readonly<Record<string, string>> = { '^@': '\0', '^M': '\r', '^^': '^' }

const MUST_BE_SIGNS = /[\0\r]|\^(?=[@M^\0\r]|$)/g

export const inCarets = (text: string): string =>
  text.replace(MUST_BE_SIGNS, (character) => (character === '^' ? '^^' : character === '\0' ? '^@' : '^M'))

export const outOfCarets = (written: string): string => written.replace(/\^[@M^]/g, (sign) => SIGNS[sign] ?? sign)
