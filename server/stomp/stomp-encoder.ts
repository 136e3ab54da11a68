import type { NativeHeaders } from '../messaging/message.ts'
import { utf8Length } from '../websocket/utf8-length.ts'
import { escapeHeader } from './header-escaping.ts'
import { isStompCommand, STOMP_COMMANDS } from './stomp-command.ts'
import type { StompFrame, StompSpan, WireStompFrame } from './stomp-frame.ts'

const encoder = new TextEncoder()
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

type HeaderLine = readonly [name: string, value: string]

interface CommandRules {
  readonly escapesHeaders: boolean
  readonly allowsBody: boolean
}

const rulesOf = (command: string): CommandRules =>
  isStompCommand(command) ? STOMP_COMMANDS[command] : { escapesHeaders: true, allowsBody: false }

const written = (text: string, { escapesHeaders }: CommandRules): string => (escapesHeaders ? escapeHeader(text) : text)

/** A multi-valued header as consecutive lines; a content-length only where the command has none of its own. */
const headerLines = (headers: NativeHeaders, { allowsBody }: CommandRules): readonly HeaderLine[] => {
  const lines: HeaderLine[] = []
  for (const [name, values] of headers)
    if (!allowsBody || name !== 'content-length') for (const value of values) lines.push([name, value])
  return lines
}

/** The true content-length, last, where the command has one. A frame without headers gets none (spring.md 2.0.7). */
const contentLength = (hasHeaders: boolean, body: Uint8Array, { allowsBody }: CommandRules): readonly HeaderLine[] =>
  allowsBody && hasHeaders ? [['content-length', String(body.length)]] : []

const textOf = (lines: readonly HeaderLine[], rules: CommandRules): string => {
  let text = ''
  for (const [name, value] of lines) text += `${written(name, rules)}:${written(value, rules)}\n`
  return text
}

const HEARTBEAT_TEXT = '\n'
const HEARTBEAT_SPANS: readonly StompSpan[] = [{ part: 'end-of-line', start: 0, end: 1 }]

/** Which octets of the written frame are what. */
const spansOf = ({ command, headers, body }: StompFrame): readonly StompSpan[] => {
  if (command === 'HEARTBEAT') return HEARTBEAT_SPANS
  const rules = rulesOf(command)
  const spans: StompSpan[] = []
  let end = 0
  const add = (length: number, part: StompSpan['part'], index?: number): void => {
    spans.push({ part, start: end, end: end + length, ...(index !== undefined && { index }) })
    end += length
  }
  add(utf8Length(command), 'command')
  add(1, 'end-of-line')
  const lines = [...headerLines(headers, rules), ...contentLength(headers.size > 0, body, rules)]
  for (const [index, [name, value]] of lines.entries()) {
    add(utf8Length(written(name, rules)), 'header-name', index)
    end += 1
    add(utf8Length(written(value, rules)), 'header-value', index)
    add(1, 'end-of-line', index)
  }
  add(1, 'end-of-line')
  if (body.length > 0) add(body.length, 'body')
  add(1, 'nul')
  return spans
}

/** A frame as text; its octets and their spans are made when somebody asks for them. */
class EncodedFrame implements WireStompFrame {
  readonly frame: StompFrame
  readonly text: string
  readonly #head: string
  #octets: Uint8Array | null = null
  #spans: readonly StompSpan[] | null = null

  constructor(frame: StompFrame, head: string, text: string) {
    this.frame = frame
    this.#head = head
    this.text = text
  }

  get octets(): Uint8Array {
    this.#octets ??= this.#encoded()
    return this.#octets
  }

  get spans(): readonly StompSpan[] {
    this.#spans ??= spansOf(this.frame)
    return this.#spans
  }

  /** From the body itself: what is no UTF-8 in it has no text. */
  #encoded(): Uint8Array {
    const { body, command } = this.frame
    const head = encoder.encode(this.#head)
    if (command === 'HEARTBEAT') return head
    const octets = new Uint8Array(head.length + body.length + 1)
    octets.set(head)
    octets.set(body, head.length)
    return octets
  }
}

const SURROGATE = /[\ud800-\udfff]/

/** What decoding its octets would give: a lone surrogate becomes U+FFFD. */
const wellFormed = (text: string): string => (SURROGATE.test(text) ? utf8.decode(encoder.encode(text)) : text)

/**
 * Spring's `StompEncoder`. The same body, and the same common headers, usually come many times in a row, once for each
 * subscription: their text is made for the first one.
 */
export class StompEncoder {
  #common: { readonly headers: NativeHeaders; readonly text: string } | null = null
  #body: { readonly octets: Uint8Array; readonly text: string } | null = null

  encode(frame: StompFrame): EncodedFrame {
    if (frame.command === 'HEARTBEAT') return new EncodedFrame(frame, HEARTBEAT_TEXT, HEARTBEAT_TEXT)
    const head = wellFormed(this.#head(frame))
    return new EncodedFrame(frame, head, `${head}${this.#bodyText(frame.body)}\0`)
  }

  #head(frame: StompFrame): string {
    const { command, division, body } = frame
    const rules = rulesOf(command)
    if (division) {
      const own = textOf([...division.own, ...contentLength(true, body, rules)], rules)
      return `${command}\n${this.#commonText(division.common, rules)}${own}\n`
    }
    const lines = [...headerLines(frame.headers, rules), ...contentLength(frame.headers.size > 0, body, rules)]
    return `${command}\n${textOf(lines, rules)}\n`
  }

  /** Common headers belong to one command: only a MESSAGE goes to many. */
  #commonText(headers: NativeHeaders, rules: CommandRules): string {
    if (this.#common?.headers !== headers)
      this.#common = { headers, text: textOf(headerLines(headers, rules), rules) }
    return this.#common.text
  }

  #bodyText(octets: Uint8Array): string {
    if (this.#body?.octets !== octets) this.#body = { octets, text: utf8.decode(octets) }
    return this.#body.text
  }
}
