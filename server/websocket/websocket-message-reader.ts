import { COMPRESSED, inflateMessage } from './permessage-deflate.ts'
import { REFUSAL_CODES } from './refusal-codes.ts'
import type { WebSocketRefusal, WebSocketRule } from './websocket-connection.ts'
import { payloadOf, type WebSocketFrame } from './websocket-frame.ts'
import { WebSocketFrameDecoder } from './websocket-frame-decoder.ts'
import type { WebSocketMessage } from './websocket-message.ts'

/** What a server makes of a client's octets, as a transport tells it (`WebSocketListener`). */
export type WebSocketArrival =
  | { readonly kind: 'fragment'; readonly frame: WebSocketFrame }
  | { readonly kind: 'message'; readonly message: WebSocketMessage }
  | {
      readonly kind: 'control'
      readonly opcode: 'ping' | 'pong'
      readonly payload: Uint8Array
      readonly frame: WebSocketFrame
    }
  /** 1005: the Close frame has no code. */
  | { readonly kind: 'close'; readonly code: number; readonly reason: string; readonly frame: WebSocketFrame }
  | { readonly kind: 'refused'; readonly code: number; readonly refusal: WebSocketRefusal }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A server's end of a WebSocket: puts a client's frames together, and knows the rules that a client may break (§5). */
export class WebSocketMessageReader {
  readonly #decoder = new WebSocketFrameDecoder()
  readonly #inflates: boolean
  /** Of the message that goes on. */
  #frames: WebSocketFrame[] = []

  /** @param inflates permessage-deflate was negotiated */
  constructor(inflates: boolean) {
    this.#inflates = inflates
  }

  /** After a Close frame or a refusal nothing may follow. */
  *push(piece: Uint8Array): Generator<WebSocketArrival, void> {
    for (const frame of this.#decoder.push(piece)) {
      const arrival = this.#read(frame)
      if (arrival !== null) yield arrival
      if (arrival?.kind === 'close' || arrival?.kind === 'refused') return
    }
    if (this.#decoder.violation !== null) yield this.#refused('frame')
  }

  /** Null: there is nothing to tell yet. */
  #read(frame: WebSocketFrame): WebSocketArrival | null {
    const broken = this.#brokenBy(frame)
    if (broken !== null) return this.#refused(broken, frame)
    const { opcode } = frame
    if (opcode === 'close') return this.#close(frame)
    if (opcode === 'ping' || opcode === 'pong') return { kind: 'control', opcode, payload: payloadOf(frame), frame }
    this.#frames.push(frame)
    if (frame.fin) return this.#message(frame)
    return this.#isCompressed ? null : { kind: 'fragment', frame }
  }

  #brokenBy({ opcode, rsv, maskingKey }: WebSocketFrame): WebSocketRule | null {
    const mayBeCompressed = this.#inflates && (opcode === 'text' || opcode === 'binary')
    if ((rsv & ~(mayBeCompressed ? COMPRESSED : 0)) !== 0) return 'rsv'
    const isOfMessage = opcode === 'continuation' || opcode === 'text' || opcode === 'binary'
    if (isOfMessage && (opcode === 'continuation') !== this.#frames.length > 0) return 'frame'
    return maskingKey === null ? 'mask' : null
  }

  /** RFC 6455 §5.5.1. */
  #close(frame: WebSocketFrame): WebSocketArrival {
    const [high, low, ...reason] = payloadOf(frame)
    if (high === undefined) return { kind: 'close', code: 1005, reason: '', frame }
    const code = high * 256 + (low ?? 0)
    if (low === undefined || !isCodeForFrames(code)) return this.#refused('frame', frame)
    const text = textOf(Uint8Array.from(reason))
    return text === null ? this.#refused('utf-8', frame) : { kind: 'close', code, reason: text, frame }
  }

  #message(last: WebSocketFrame): WebSocketArrival {
    const isCompressed = this.#isCompressed
    const frames = this.#frames
    const payload = isCompressed ? inflateMessage(joined(frames)) : joined(frames)
    if (payload === null) return this.#refused('inflate')
    const isText = frames[0]?.opcode === 'text'
    const text = isText ? textOf(payload) : null
    if (isText && text === null) return this.#refused('utf-8')
    this.#frames = []
    const told = { frames: isCompressed ? frames : [last] }
    return {
      kind: 'message',
      message: text === null ? { kind: 'binary', octets: payload, ...told } : { kind: 'text', text, ...told },
    }
  }

  get #isCompressed(): boolean {
    return ((this.#frames[0]?.rsv ?? 0) & COMPRESSED) !== 0
  }

  /** @param frame that broke the rule, where it is not the message's last; absent: none could be read, or it is that */
  #refused(rule: WebSocketRule, frame?: WebSocketFrame): WebSocketArrival {
    const untold = this.#isCompressed ? this.#frames : this.#frames.filter(({ fin }) => fin)
    const frames = frame === undefined ? untold : [...untold, frame]
    return { kind: 'refused', code: REFUSAL_CODES[rule], refusal: { rule, frames } }
  }
}

const joined = (frames: readonly WebSocketFrame[]): Uint8Array => {
  const [only, ...others] = frames.map(payloadOf)
  if (only !== undefined && others.length === 0) return only
  return Uint8Array.from([only ?? [], ...others].flatMap((payload) => [...payload]))
}

/** Null: it is no UTF-8 (RFC 6455 §8.1). */
const textOf = (octets: Uint8Array): string | null => {
  try {
    return utf8.decode(octets)
  } catch {
    // What a client sends may be anything.
    return null
  }
}

/** RFC 6455 §7.4: neither reserved, nor for what programs tell themselves. */
const isCodeForFrames = (code: number): boolean =>
  (code >= 1000 && code <= 1014 && code !== 1004 && code !== 1005 && code !== 1006) || (code >= 3000 && code <= 4999)
