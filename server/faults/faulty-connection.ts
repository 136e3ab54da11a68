import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import type { WebSocketConnection, WebSocketListener } from '../websocket/websocket-connection.ts'
import { octetsOf, payloadLength, type WebSocketMessage } from '../websocket/websocket-message.ts'
import { isHeartbeatToClient } from './client-text.ts'
import type { Line } from './line.ts'

/** Milliseconds that Tomcat waits for a closing connection to take what was sent before (`BLOCKING_SEND_TIMEOUT`). */
const CLOSING_TIMEOUT = 20_000

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const textOf = (message: WebSocketMessage): string =>
  message.kind === 'text' ? message.text : decoder.decode(octetsOf(message))

/** A WebSocket across a network with faults: both directions of it. */
export class FaultyConnection implements WebSocketConnection {
  readonly #inner: WebSocketConnection
  readonly #line: Line
  readonly #scheduler: TaskScheduler
  #listener: WebSocketListener | null = null

  readonly deflate?: (payload: Uint8Array) => Uint8Array | null

  constructor(inner: WebSocketConnection, line: Line, scheduler: TaskScheduler) {
    this.#inner = inner
    if (inner.deflate !== undefined) this.deflate = inner.deflate
    this.#line = line
    this.#scheduler = scheduler
  }

  get bufferedAmount(): number {
    return this.#line.unread + this.#inner.bufferedAmount
  }

  send(message: WebSocketMessage): void {
    const line = this.#line
    if (line.isSilent) return
    if (line.find('drop-heart-beats-to-client') !== null && isHeartbeatToClient(textOf(message))) {
      line.strikes('drop-heart-beats-to-client', 'heart-beat')
      return
    }
    line.carryToClient(() => this.#inner.send(message), message.deflated?.length ?? payloadLength(message))
  }

  close(code?: number, reason?: string): void {
    const line = this.#line
    if (line.isSilent) return
    const isBehind = line.unread > 0
    line.carryToClient(() => this.#inner.close(code, reason), 0)
    if (isBehind) this.#scheduler.schedule(() => line.unread > 0 && this.#tear(), CLOSING_TIMEOUT)
  }

  terminate(): void {
    // Nobody is left who could tell the server.
    if (this.#line.isSilent) this.#listener?.onClose(1006, '')
    else this.#tear()
  }

  /** What the transport reports to, in the listener's place. */
  heardBy(listener: WebSocketListener): WebSocketListener {
    const line = this.#line
    this.#listener = listener
    return {
      onMessage: (message) => {
        const arriving = line.isSilent ? null : this.#messageToServer(message)
        if (arriving !== null) line.carryToServer(() => listener.onMessage(arriving))
      },
      onFragment: (frame) => {
        if (!line.isSilent) line.carryToServer(() => listener.onFragment?.(frame))
      },
      onControl: (opcode, payload, frame) => {
        if (line.isSilent || line.strikes('drop-heart-beats-to-server', opcode)) return
        line.carryToServer(() => listener.onControl(opcode, payload, frame))
      },
      onClose: (code, reason, frame, refusal) => {
        line.cutToClient()
        if (!line.isSilent) line.carryToServer(() => listener.onClose(code, reason, frame, refusal))
      },
    }
  }

  #tear(): void {
    this.#line.cutToClient()
    this.#inner.terminate()
  }

  #messageToServer(message: WebSocketMessage): WebSocketMessage | null {
    const before = textOf(message)
    const after = this.#line.textToServer(before)
    if (after === before) return message
    if (after === null) return null
    return message.kind === 'text' ? { kind: 'text', text: after } : { kind: 'binary', octets: encoder.encode(after) }
  }
}
