import type { WebSocketConnection } from './websocket-connection.ts'
import type { WebSocketMessage } from './websocket-message.ts'

/** A connection that goes nowhere and remembers what it was given: the transport of unit tests. */
export class RecordedConnection implements WebSocketConnection {
  readonly sent: WebSocketMessage[] = []
  readonly closes: { readonly code: number | undefined; readonly reason: string | undefined }[] = []
  terminated = false
  /** Set to pretend that the network does not keep up. */
  bufferedAmount = 0

  /** The text messages among what was sent. */
  get texts(): string[] {
    return this.sent.flatMap((message) => (message.kind === 'text' ? [message.text] : []))
  }

  send(message: WebSocketMessage): void {
    this.sent.push(message)
  }

  close(code?: number, reason?: string): void {
    this.closes.push({ code, reason })
  }

  terminate(): void {
    this.terminated = true
  }
}
