import type { NativeHeaders } from '../messaging/message.ts'
import { utf8Length } from '../websocket/utf8-length.ts'
import { escapeHeader } from './header-escaping.ts'
import { isStompCommand, STOMP_COMMANDS } from './stomp-command.ts'
import type { HeaderLine, StompFrame, StompSpan, WireStompFrame } from './stomp-frame.ts'

const encoder = new TextEncoder()
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

interface CommandRules {
  readonly escapesHeaders: boolean
  readonly allowsBody: boolean
}

const rulesOf = (command: string): CommandRules =>
  isStompCommand(command) ? STOMP_COMMANDS[command] : { escapesHeaders: true, allowsBody: false }

const [LF, CR, COLON, BACKSLASH] = [10, 13, 58, 92]

/** Nothing to escape, and no half of a character. */
const isPlain = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LF || code === CR || code === COLON || code === BACKSLASH) return false
    if (code >= 0xd800 && code < 0xe000) return false
  }
  return true
}

/** What decoding its octets would give: a lone surrogate becomes U+FFFD. */
const wellFormed = (text: string): string => utf8.decode(encoder.encode(text))

const written = (text: string, { escapesHeaders }: CommandRules): string => {
  if (isPlain(text)) return text
  return wellFormed(escapesHeaders ? escapeHeader(text) : text)
}

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

const linesOf = ({ command, headers, body }: StompFrame): readonly HeaderLine[] => {
  const rules = rulesOf(command)
  return [...headerLines(headers, rules), ...contentLength(headers.size > 0, body, rules)]
}

const textOf = (lines: readonly HeaderLine[], rules: CommandRules): string => {
  let text = ''
  for (const [name, value] of lines) text += `${written(name, rules)}:${written(value, rules)}\n`
  return text
}

const HEARTBEAT_SPANS: readonly StompSpan[] = [{ part: 'end-of-line', start: 0, end: 1 }]

/** Which octets of the written frame are what. */
const spansOf = (frame: StompFrame): readonly StompSpan[] => {
  const { command, body } = frame
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
  for (const [index, [name, value]] of linesOf(frame).entries()) {
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

/** Text with its length in octets. */
interface Measured {
  readonly text: string
  readonly length: number
}

const measured = (text: string): Measured => ({ text, length: utf8Length(text) })

/** A frame as text; its octets and their spans are made when somebody asks for them. */
class EncodedFrame implements WireStompFrame {
  readonly frame: StompFrame
  /** What the octets are in UTF-8; what is no UTF-8 in a body has no text. */
  readonly text: string
  /** Octets of the text. */
  readonly textLength: number
  readonly #head: string

  constructor(frame: StompFrame, head: Measured, body: Measured) {
    this.frame = frame
    this.#head = head.text
    this.text = head.text + body.text
    this.textLength = head.length + body.length
  }

  get octets(): Uint8Array {
    const { body, command } = this.frame
    const head = encoder.encode(this.#head)
    if (command === 'HEARTBEAT') return head
    const octets = new Uint8Array(head.length + body.length + 1)
    octets.set(head)
    octets.set(body, head.length)
    return octets
  }

  get lines(): readonly HeaderLine[] {
    return linesOf(this.frame)
  }

  get spans(): readonly StompSpan[] {
    return spansOf(this.frame)
  }
}

const HEARTBEAT_TEXT = measured('\n')
const NO_TEXT = measured('')

/**
 * Spring's `StompEncoder`. The same body, and the same common headers, usually come many times in a row, once for each
 * subscription: their text is made for the first one.
 */
export class StompEncoder {
  #beginning: { readonly common: NativeHeaders; readonly measured: Measured } | null = null
  #end: { readonly body: Uint8Array; readonly measured: Measured } | null = null

  encode(frame: StompFrame): EncodedFrame {
    if (frame.command === 'HEARTBEAT') return new EncodedFrame(frame, HEARTBEAT_TEXT, NO_TEXT)
    return new EncodedFrame(frame, this.#head(frame), this.#bodyAndNul(frame.body))
  }

  #head(frame: StompFrame): Measured {
    const { command, division, body } = frame
    const rules = rulesOf(command)
    if (division) {
      const beginning = this.#beginningOf(division.common, command, rules)
      const own = textOf(division.own, rules) + textOf(contentLength(true, body, rules), rules)
      return { text: `${beginning.text}${own}\n`, length: beginning.length + utf8Length(own) + 1 }
    }
    return measured(`${command}\n${textOf(linesOf(frame), rules)}\n`)
  }

  /** Common headers belong to one command: only a MESSAGE goes to many. */
  #beginningOf(common: NativeHeaders, command: string, rules: CommandRules): Measured {
    if (this.#beginning?.common !== common)
      this.#beginning = { common, measured: measured(`${command}\n${textOf(headerLines(common, rules), rules)}`) }
    return this.#beginning.measured
  }

  #bodyAndNul(body: Uint8Array): Measured {
    if (this.#end?.body !== body) this.#end = { body, measured: measured(`${utf8.decode(body)}\0`) }
    return this.#end.measured
  }
}
