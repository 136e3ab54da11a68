/** Jackson's short escapes (RFC 8259 §7). */
const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
}

const hex = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0')

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what JSON escapes.
const JSON_QUOTED = /["\\\u0000-\u001f]/g

/** sockjs-protocol, JSON Unicode Encoding: UTF-16 units that some browsers or transports would spoil. */
const SPECIAL = /[\u200c-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufff0-\uffff]/g

export const escapeSpecialUnits = (json: string): string => json.replace(SPECIAL, (unit) => `\\u${hex(unit)}`)

/** `AbstractSockJsMessageCodec#encode` over Jackson's quoting: the latter writes its hexadecimals in upper case. */
const quoted = (text: string): string => {
  const json = text.replace(
    JSON_QUOTED,
    (character) => SHORT_ESCAPES[character] ?? `\\u${hex(character).toUpperCase()}`,
  )
  return `"${escapeSpecialUnits(json)}"`
}

/** The frames that a SockJS server sends, by Spring's `SockJsFrame` (spring.md 5.6.3). */
export const SOCKJS_OPEN_FRAME = 'o'

export const SOCKJS_HEARTBEAT_FRAME = 'h'

export const sockJsMessageFrame = (messages: readonly string[]): string => `a[${messages.map(quoted).join(',')}]`

/** Spring puts the reason in as it is: a quote in it would break the JSON. */
export const sockJsCloseFrame = (code: number, reason: string | null): string => `c[${code},"${reason ?? ''}"]`
