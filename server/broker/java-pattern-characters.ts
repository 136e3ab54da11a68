/** Whether a character, of one or two units of UTF-16, is one of them. */
export type PatternCharacters = (character: string) => boolean

/** What was read, and where the reading goes on; null: nothing that is known here. */
export type ReadCharacters = { readonly accepts: PatternCharacters; readonly next: number } | null

type CharacterRange = readonly [from: string, to: string]

const among =
  (characters: string): PatternCharacters =>
  (character) =>
    characters.includes(character)

const within = (from: string, to: string): PatternCharacters => {
  const [least, most] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0]
  return (character) => {
    const code = character.codePointAt(0) ?? -1
    return code >= least && code <= most
  }
}

const none =
  (accepts: PatternCharacters): PatternCharacters =>
  (character) =>
    !accepts(character)

const any =
  (of: readonly PatternCharacters[]): PatternCharacters =>
  (character) =>
    of.some((accepts) => accepts(character))

/** Java's predefined classes, of ASCII alone. */
const DIGIT = within('0', '9')
const WORD = any([DIGIT, within('a', 'z'), within('A', 'Z'), among('_')])
const SPACE = among(' \t\n\v\f\r')

/** Java's `.` stands for no line terminator. */
export const ANY_BUT_LINE_TERMINATORS: PatternCharacters = none(among('\n\r\u0085\u2028\u2029'))

const CLASS_ESCAPES: ReadonlyMap<string, PatternCharacters> = new Map([
  ['d', DIGIT],
  ['D', none(DIGIT)],
  ['w', WORD],
  ['W', none(WORD)],
  ['s', SPACE],
  ['S', none(SPACE)],
])

const CHARACTER_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
  ['a', '\u0007'],
  ['e', '\u001b'],
])

/** What stands for itself after a backslash: whatever is no letter and no digit. */
const literalAfterBackslash = (character: string | undefined): string | undefined => {
  if (character === undefined) return undefined
  return /[A-Za-z0-9]/.test(character) ? CHARACTER_ESCAPES.get(character) : character
}

/** @param at where the character after the backslash is */
export const readEscape = (pattern: readonly string[], at: number): ReadCharacters => {
  const accepts = CLASS_ESCAPES.get(pattern[at] ?? '')
  if (accepts !== undefined) return { accepts, next: at + 1 }
  const literal = literalAfterBackslash(pattern[at])
  return literal === undefined ? null : { accepts: within(literal, literal), next: at + 1 }
}

/** A character of a class, where a range may begin or end. */
const readLiteral = (pattern: readonly string[], at: number): readonly [character: string, next: number] | null => {
  const character = pattern[at]
  if (character === undefined || character === '[' || character === '&') return null
  if (character !== '\\') return [character, at + 1]
  const literal = literalAfterBackslash(pattern[at + 1])
  return literal === undefined ? null : [literal, at + 2]
}

const readRange = (
  pattern: readonly string[],
  at: number,
): { readonly range: CharacterRange; readonly next: number } | null => {
  const first = readLiteral(pattern, at)
  if (first === null) return null
  const [from, next] = first
  const isRange = pattern[next] === '-' && pattern[next + 1] !== ']'
  const last = isRange ? readLiteral(pattern, next + 1) : first
  return last !== null && last[0] >= from ? { range: [from, last[0]], next: last[1] } : null
}

/** @param at what follows the opening bracket. Java's classes within classes are not known here. */
export const readClass = (pattern: readonly string[], at: number): ReadCharacters => {
  const isNegated = pattern[at] === '^'
  const members: PatternCharacters[] = []
  let next = isNegated ? at + 1 : at
  while (pattern[next] !== ']' || members.length === 0) {
    const predefined = pattern[next] === '\\' ? CLASS_ESCAPES.get(pattern[next + 1] ?? '') : undefined
    const read = predefined === undefined ? readRange(pattern, next) : null
    if (predefined === undefined && read === null) return null
    members.push(predefined ?? within(...(read?.range ?? ['', ''])))
    next = read?.next ?? next + 2
  }
  const accepts = any(members)
  return { accepts: isNegated ? none(accepts) : accepts, next: next + 1 }
}
