import type { Duplex } from 'node:stream'
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
  readonly #data: WebSocketFrame[] = []
  readonly #control: WebSocketFrame[] = []

  constructor(socket: Duplex) {
    socket.prependListener('data', (piece: Buffer) => this.#see(piece))
  }

  /** The frames of the next message (RFC 6455 §5.4). */
  takeMessage(): readonly WebSocketFrame[] {
    return this.#data.splice(0, this.#data.findIndex(({ fin }) => fin) + 1)
  }

  /** The frames of what became no message: up to the end of it, as far as it came, or a control frame. */
  takeBroken(): readonly WebSocketFrame[] {
    const whole = this.takeMessage()
    if (whole.length > 0) return whole
    return this.#data.length > 0 ? this.#data.splice(0) : this.#control.splice(0, 1)
  }

  /** The next control frame of that kind; those before it were answered without a word. */
  takeControl(opcode: 'ping' | 'pong' | 'close'): WebSocketFrame | null {
    const at = this.#control.findIndex((frame) => frame.opcode === opcode)
    return this.#control.splice(0, at + 1).at(-1) ?? null
  }

  #see(piece: Buffer): void {
    for (const frame of this.#decoder.push(piece)) {
      const isControl = frame.opcode === 'ping' || frame.opcode === 'pong' || frame.opcode === 'close'
      if (isControl) this.#control.push(frame)
      else this.#data.push(frame)
    }
  }
}
