import type { HeaderList } from '../trace/index.ts'

/** Headers whose values never enter a trace (trace.md rule 4), lower case. */
const SECRET_HEADERS: ReadonlySet<string> = new Set(['passcode', 'authorization', 'cookie', 'set-cookie'])

const encoder = new TextEncoder()

/** As many asterisks as the value has octets, so that spans still fit. */
const masked = (value: string): string => '*'.repeat(encoder.encode(value).length)

const isSecret = (name: string): boolean => SECRET_HEADERS.has(name.toLowerCase())

export interface RedactedHeaders {
  readonly headers: HeaderList
  readonly redacted: boolean
}

export const redactHeaders = (headers: HeaderList): RedactedHeaders => {
  if (!headers.some(([name]) => isSecret(name))) return { headers, redacted: false }
  return {
    headers: headers.map(([name, value]) => (isSecret(name) ? [name, masked(value)] : [name, value])),
    redacted: true,
  }
}

/**
 * Secret header lines of a STOMP frame inside JSON text, where a line ends with an escaped or a real LF, and where a
 * form (SockJS's `jsonp_send`) percent-encodes all of that once more.
 */
const SECRET_LINE =
  /((?:^|\\n|\n|\\r|"|%5Cn|%22)(?:passcode|authorization|cookie|set-cookie)(?::|%3A))((?:(?!\\n|\n|\\r|\r|"|\\u0000|%5C|%22).)*)/gi

/** Each octet becomes one character, whatever it is. */
const latin1 = new TextDecoder('latin1')

const ASTERISK = 0x2a

/**
 * Masks secret header lines in octets that may be cut anywhere; null: there are none.
 *
 * @param before what came before them, in which a line may have begun
 */
export const redactOctets = (octets: Uint8Array, before: Uint8Array): Uint8Array | null => {
  const open = octets.slice()
  for (const { index, 1: name = '', 2: value = '' } of (latin1.decode(before) + latin1.decode(octets)).matchAll(
    SECRET_LINE,
  )) {
    const start = index + name.length - before.length
    open.fill(ASTERISK, Math.max(0, start), Math.max(0, start + value.length))
  }
  return open.some((octet, at) => octet !== octets[at]) ? open : null
}

/** Masks secret header lines in a SockJS frame's or message's text. */
export const redactText = (text: string): string =>
  text.replace(SECRET_LINE, (_line, name: string, value: string) => name + masked(value))
