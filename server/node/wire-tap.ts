import type { Duplex } from 'node:stream'
import { COMPRESSED } from '../websocket/permessage-deflate.ts'
import type { WebSocketFrame } from '../websocket/websocket-frame.ts'
import { WebSocketFrameDecoder } from '../websocket/websocket-frame-decoder.ts'

/** Octets of a payload that are kept to be shown. */
const KEPT_PAYLOAD = 4096

/**
 * Sees what a client sends before `ws` does, which unmasks in place and tells of messages only. Must be made in the
 * callback of `handleUpgrade`: a listener that is there earlier would set octets free before `ws` listens.
 */
export class WireTap {
  readonly #decoder = new WebSocketFrameDecoder(KEPT_PAYLOAD)
  /** Frames that came and were not yet taken. */
  readonly #frames: WebSocketFrame[] = []

  constructor(socket: Duplex) {
    socket.prependListener('data', (piece: Buffer) => this.#see(piece))
  }

  /** Of a message that goes on: those that came before its end, or before the control frame that is told next. */
  takeFragments(): readonly WebSocketFrame[] {
    // Only together can compressed ones be read.
    if (areCompressed(this.#frames)) return []
    const end = this.#frames.findIndex((frame) => frame.fin)
    return this.#frames.splice(0, end === -1 ? this.#frames.length : end)
  }

  /** The frames of the next message (RFC 6455 §5.4), fragments that were taken aside. */
  takeMessage(): readonly WebSocketFrame[] {
    return this.#take(this.#frames.findIndex((frame) => frame.fin && isData(frame)) + 1, isData)
  }

  /** The frames of what became no message: up to the end of it, as far as it came, or a control frame. */
  takeBroken(): readonly WebSocketFrame[] {
    const whole = this.takeMessage()
    if (whole.length > 0) return whole
    const begun = this.#take(this.#frames.length, isData)
    return begun.length > 0 ? begun : this.#take(1, isControl)
  }

  /** The next control frame of that kind; those before it were answered without a word. */
  takeControl(opcode: 'ping' | 'pong' | 'close'): WebSocketFrame | null {
    const at = this.#frames.findIndex((frame) => frame.opcode === opcode)
    return this.#take(at + 1, isControl).at(-1) ?? null
  }

  #take(before: number, isTaken: (frame: WebSocketFrame) => boolean): readonly WebSocketFrame[] {
    const first = this.#frames.splice(0, before)
    this.#frames.unshift(...first.filter((frame) => !isTaken(frame)))
    return first.filter(isTaken)
  }

  #see(piece: Buffer): void {
    this.#frames.push(...this.#decoder.push(piece))
  }
}

const isControl = ({ opcode }: WebSocketFrame): boolean => opcode === 'ping' || opcode === 'pong' || opcode === 'close'

const isData = (frame: WebSocketFrame): boolean => !isControl(frame)

const areCompressed = ([first]: readonly WebSocketFrame[]): boolean =>
  first !== undefined && (first.rsv & COMPRESSED) !== 0
