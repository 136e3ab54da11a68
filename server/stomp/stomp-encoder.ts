import { escapeHeader } from './header-escaping.ts'
import { isStompCommand, STOMP_COMMANDS } from './stomp-command.ts'
import type { StompFrame, StompSpan, WireStompFrame } from './stomp-frame.ts'

const encoder = new TextEncoder()

const LINE_FEED = new Uint8Array([10])

const HEARTBEAT_SPANS: readonly StompSpan[] = [{ part: 'end-of-line', start: 0, end: 1 }]

/** Octets of a text in UTF-8, without making them. A lone surrogate becomes U+FFFD. */
const utf8Length = (text: string): number => {
  let length = text.length
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    if (code > 0x7f) length += code > 0x7ff ? 2 : 1
    if (code > 0xffff) at++
  }
  return length
}

/** A frame's text up to its body, with what its parts are. */
class SpannedText {
  readonly spans: StompSpan[] = []
  #text = ''
  #length = 0

  add(text: string, part?: StompSpan['part'], index?: number): void {
    const start = this.#length
    this.#text += text
    this.#length += utf8Length(text)
    if (part) this.spans.push({ part, start, end: this.#length, ...(index !== undefined && { index }) })
  }

  /** The octets of the text, the body and the final NUL. */
  finish(body: Uint8Array): Uint8Array {
    const head = encoder.encode(this.#text)
    const nul = head.length + body.length
    const octets = new Uint8Array(nul + 1)
    octets.set(head)
    octets.set(body, head.length)
    if (body.length > 0) this.spans.push({ part: 'body', start: head.length, end: nul })
    this.spans.push({ part: 'nul', start: nul, end: nul + 1 })
    return octets
  }
}

/**
 * The header lines that are written: those of the frame, a multi-valued one as consecutive lines, and the true
 * content-length last where the command has one. A frame without headers gets none at all (spring.md 2.0.7).
 */
const headerLines = (frame: StompFrame, hasContentLength: boolean): (readonly [name: string, value: string])[] => {
  if (frame.headers.size === 0) return []
  const lines = [...frame.headers]
    .filter(([name]) => !(hasContentLength && name === 'content-length'))
    .flatMap(([name, values]) => values.map((value) => [name, value] as const))
  return hasContentLength ? [...lines, ['content-length', String(frame.body.length)]] : lines
}

/** Spring's `StompEncoder`. */
export const encodeStompFrame = (frame: StompFrame): WireStompFrame => {
  if (frame.command === 'HEARTBEAT') return { frame, octets: LINE_FEED, spans: HEARTBEAT_SPANS }
  const { escapesHeaders, allowsBody } = isStompCommand(frame.command)
    ? STOMP_COMMANDS[frame.command]
    : { escapesHeaders: true, allowsBody: false }
  const written = (text: string): string => (escapesHeaders ? escapeHeader(text) : text)

  const head = new SpannedText()
  head.add(frame.command, 'command')
  head.add('\n', 'end-of-line')
  headerLines(frame, allowsBody).forEach(([name, value], index) => {
    head.add(written(name), 'header-name', index)
    head.add(':')
    head.add(written(value), 'header-value', index)
    head.add('\n', 'end-of-line', index)
  })
  head.add('\n', 'end-of-line')
  return { frame, octets: head.finish(frame.body), spans: head.spans }
}
