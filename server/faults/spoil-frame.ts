import type { FrameFlaw } from '../trace/index.ts'

const COMMAND = /^([A-Z]+)(\r?\n)/

/** Larger than a WebSocket message and a STOMP buffer may be (spring.md 7.4). */
const TOO_LARGE = 70_000

const SPOILERS: Readonly<Record<FrameFlaw, (text: string) => string>> = {
  'header-without-colon': (text) => text.replace(COMMAND, '$1$2broken$2'),
  'no-nul': (text) => text.replace(/\0[\r\n]*$/, ''),
  'unknown-command': (text) => text.replace(COMMAND, 'FOO$2'),
  'too-large': (text) => text.replace(COMMAND, `$1$2padding:${'x'.repeat(TOO_LARGE)}$2`),
}

/** The command of the STOMP frame that a text begins; null: it begins none. */
export const commandOf = (text: string): string | null => COMMAND.exec(text)?.[1] ?? null

export const spoilFrame = (text: string, flaw: FrameFlaw): string => SPOILERS[flaw](text)

/** The same CONNECT with a token that the application takes for expired. */
export const withExpiredToken = (connect: string): string => {
  const end = connect.search(/\r?\n\r?\n/)
  const head = end < 0 ? connect : connect.slice(0, end)
  const rest = connect.slice(head.length)
  const withoutToken = head.replace(/\r?\nAuthorization:[^\r\n]*/g, '')
  return `${withoutToken}\nAuthorization:Bearer expired${rest}`
}
