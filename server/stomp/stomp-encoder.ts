import { escapeHeader } from './header-escaping.ts'
import { isStompCommand, STOMP_COMMANDS } from './stomp-command.ts'
import type { StompFrame, StompSpan, WireStompFrame } from './stomp-frame.ts'

const encoder = new TextEncoder()

const LINE_FEED = new Uint8Array([10])
const COLON = new Uint8Array([58])
const NUL = new Uint8Array([0])

const HEARTBEAT_SPANS: readonly StompSpan[] = [{ part: 'end-of-line', start: 0, end: 1 }]

/** Puts octets one after another and remembers what they are. */
class SpannedOctets {
  readonly #chunks: Uint8Array[] = []
  readonly spans: StompSpan[] = []
  #length = 0

  add(octets: Uint8Array, part?: StompSpan['part'], index?: number): void {
    const start = this.#length
    this.#chunks.push(octets)
    this.#length += octets.length
    if (part) this.spans.push({ part, start, end: this.#length, ...(index !== undefined && { index }) })
  }

  toOctets(): Uint8Array {
    const octets = new Uint8Array(this.#length)
    let at = 0
    for (const chunk of this.#chunks) {
      octets.set(chunk, at)
      at += chunk.length
    }
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
  const written = (text: string): Uint8Array => encoder.encode(escapesHeaders ? escapeHeader(text) : text)

  const out = new SpannedOctets()
  out.add(encoder.encode(frame.command), 'command')
  out.add(LINE_FEED, 'end-of-line')
  headerLines(frame, allowsBody).forEach(([name, value], index) => {
    out.add(written(name), 'header-name', index)
    out.add(COLON)
    out.add(written(value), 'header-value', index)
    out.add(LINE_FEED, 'end-of-line', index)
  })
  out.add(LINE_FEED, 'end-of-line')
  if (frame.body.length > 0) out.add(frame.body, 'body')
  out.add(NUL, 'nul')
  return { frame, octets: out.toOctets(), spans: out.spans }
}
