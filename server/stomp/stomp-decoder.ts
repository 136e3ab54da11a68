import { BARE_CR, skipEndOfLines } from './end-of-line.ts'
import { parseJavaInteger } from './java-number.ts'
import type { StompSpan, WireStompFrame } from './stomp-frame.ts'
import { parseStompFrame } from './stomp-frame-parser.ts'

export type StompDecodeResult =
  | { readonly kind: 'decoded'; readonly wire: WireStompFrame }
  /** A tail stays in the buffer; `waiting` octets in all. */
  | { readonly kind: 'incomplete'; readonly waiting: number }
  /** Spring's text, and where in the octets that waited together with the new ones. */
  | { readonly kind: 'failed'; readonly message: string; readonly offset: number }

/** Decodes the WebSocket messages of one session, in their order. */
export interface StompDecoder {
  decode(octets: Uint8Array): Iterable<StompDecodeResult>
}

const NOTHING = new Uint8Array()

/** A lone end-of-line, or several of them in one WebSocket message: one heart-beat (spring.md 2.0.6). */
const heartbeat = (octets: Uint8Array, ends: readonly number[]): StompDecodeResult => {
  const spans = ends.map((end, index): StompSpan => ({ part: 'end-of-line', start: ends[index - 1] ?? 0, end }))
  return {
    kind: 'decoded',
    wire: { frame: { command: 'HEARTBEAT', headers: new Map(), body: NOTHING }, lines: [], octets, spans },
  }
}

/** Spring's `BufferingStompDecoder` around its `StompDecoder` (spring.md 7.4, 7.5). */
class BufferingStompDecoder implements StompDecoder {
  readonly #bufferSizeLimit: number
  #chunks: Uint8Array[] = []
  #waiting = 0
  #expectedContentLength: number | null = null

  constructor(bufferSizeLimit: number) {
    this.#bufferSizeLimit = bufferSizeLimit
  }

  /** All or nothing: one failure, and all frames of the WebSocket message are lost (spring.md 2.0.2). */
  decode(octets: Uint8Array): readonly StompDecodeResult[] {
    this.#chunks.push(octets)
    this.#waiting += octets.length
    const exceeded = this.#exceededLimit()
    if (exceeded !== null) return [{ kind: 'failed', message: exceeded, offset: 0 }]
    if (this.#expectedContentLength !== null && this.#waiting < this.#expectedContentLength)
      return [{ kind: 'incomplete', waiting: this.#waiting }]
    return this.#decodeAll(this.#assembleChunksAndReset())
  }

  #exceededLimit(): string | null {
    const expected = this.#expectedContentLength
    if (expected !== null && expected > this.#bufferSizeLimit)
      return `STOMP 'content-length' header value ${expected}  exceeds configured buffer size limit ${this.#bufferSizeLimit}`
    if (this.#waiting > this.#bufferSizeLimit)
      return `The configured STOMP buffer size limit of ${this.#bufferSizeLimit} bytes has been exceeded`
    return null
  }

  #assembleChunksAndReset(): Uint8Array {
    const [first = NOTHING, ...others] = this.#chunks
    let assembled = first
    if (others.length > 0) {
      assembled = new Uint8Array(this.#waiting)
      let at = 0
      for (const chunk of this.#chunks) {
        assembled.set(chunk, at)
        at += chunk.length
      }
    }
    this.#chunks = []
    this.#waiting = 0
    this.#expectedContentLength = null
    return assembled
  }

  #decodeAll(octets: Uint8Array): readonly StompDecodeResult[] {
    const results: StompDecodeResult[] = []
    let start = 0
    for (;;) {
      const skipped = skipEndOfLines(octets, start)
      if (skipped.kind === 'bare-cr') return [{ kind: 'failed', message: BARE_CR, offset: skipped.at }]
      start = skipped.end
      if (start === octets.length)
        return results.length === 0 && octets.length > 0 ? [heartbeat(octets, skipped.ends)] : results
      const parsed = parseStompFrame(octets, start)
      if (parsed.kind === 'failed') return [parsed]
      if (parsed.kind === 'incomplete') return this.#keep(octets.subarray(start), parsed.contentLength, results)
      results.push({ kind: 'decoded', wire: parsed.wire })
      start = parsed.end
    }
  }

  #keep(tail: Uint8Array, contentLength: string | null, results: StompDecodeResult[]): readonly StompDecodeResult[] {
    const expected = contentLength === null ? null : parseJavaInteger(contentLength)
    // Where a frame is complete, Spring ignores such a header; here its NumberFormatException escapes.
    if (contentLength !== null && expected === null)
      return [{ kind: 'failed', message: `For input string: "${contentLength}"`, offset: 0 }]
    this.#chunks = [tail]
    this.#waiting = tail.length
    this.#expectedContentLength = expected
    return [...results, { kind: 'incomplete', waiting: tail.length }]
  }
}

/** @param bufferSizeLimit octets that may wait for the rest of their frame */
export const createStompDecoder = ({ bufferSizeLimit }: { readonly bufferSizeLimit: number }): StompDecoder =>
  new BufferingStompDecoder(bufferSizeLimit)
