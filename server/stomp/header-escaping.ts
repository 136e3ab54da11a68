/** STOMP 1.2, Value Encoding: the letter after the backslash, and the character that it stands for. */
const ESCAPES: Readonly<Record<string, string>> = { r: '\r', n: '\n', c: ':', '\\': '\\' }

const ESCAPED = /[\r\n:\\]/
const EACH_ESCAPED = /[\r\n:\\]/g

const LETTER_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(ESCAPES).map(([letter, character]) => [character, letter]),
)

export type Unescaped =
  | { readonly kind: 'unescaped'; readonly text: string }
  /** Spring's text of the exception. */
  | { readonly kind: 'illegal'; readonly message: string }

export const escapeHeader = (text: string): string =>
  ESCAPED.test(text) ? text.replace(EACH_ESCAPED, (character) => `\\${LETTER_OF.get(character)}`) : text

export const unescapeHeader = (escaped: string): Unescaped => {
  let text = ''
  let from = 0
  for (let at = escaped.indexOf('\\'); at >= 0; at = escaped.indexOf('\\', from)) {
    const character = ESCAPES[escaped.charAt(at + 1)]
    if (character === undefined)
      return { kind: 'illegal', message: `Illegal escape sequence at index ${at}: ${escaped}` }
    text += escaped.slice(from, at) + character
    from = at + 2
  }
  return { kind: 'unescaped', text: text + escaped.slice(from) }
}
