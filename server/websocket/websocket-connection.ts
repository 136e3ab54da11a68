import type { WebSocketFrame } from './websocket-frame.ts'
import type { WebSocketMessage } from './websocket-message.ts'

/** The server's end of an opened WebSocket, as a transport (a socket, or memory) offers it. */
export interface WebSocketConnection {
  /** Octets that were given to `send` and are not yet on the wire. */
  readonly bufferedAmount: number
  send(message: WebSocketMessage): void
  /** Begins the closing handshake (RFC 6455 §7.1.2). No code: an empty Close frame. */
  close(code?: number, reason?: string): void
  /** Drops the connection without a closing handshake. */
  terminate(): void
}

/** What a transport tells the server about an opened WebSocket. `onClose` comes once, and last. */
export interface WebSocketListener {
  onMessage(message: WebSocketMessage): void
  /** A control frame that `ws` answers by itself. `frame`: as it came, where a wire was tapped. */
  onControl(opcode: 'ping' | 'pong', payload: Uint8Array, frame?: WebSocketFrame | null): void
  /** 1005: the Close frame had no code; 1006: there was none. `frame`: the client's Close frame. */
  onClose(code: number, reason: string, frame?: WebSocketFrame | null): void
}
