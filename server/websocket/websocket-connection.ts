import type { WebSocketFrame } from './websocket-frame.ts'
import type { WebSocketMessage } from './websocket-message.ts'

/** The server's end of an opened WebSocket, as a transport (a socket, or memory) offers it. */
export interface WebSocketConnection {
  /** Octets that were given to `send` and are not yet on the wire. */
  readonly bufferedAmount: number
  /**
   * What a message's payload is on the wire where permessage-deflate was negotiated (RFC 7692 §7.2.1); null: it travels
   * as it is, as Tomcat sends an empty one. Absent: nothing was negotiated.
   */
  readonly deflate?: (payload: Uint8Array) => Uint8Array | null
  send(message: WebSocketMessage): void
  /** Begins the closing handshake (RFC 6455 §7.1.2). No code: an empty Close frame. */
  close(code?: number, reason?: string): void
  /** Drops the connection without a closing handshake. */
  terminate(): void
}

/** What a transport tells the server about an opened WebSocket. `onClose` comes once, and last. */
export interface WebSocketListener {
  onMessage(message: WebSocketMessage): void
  /**
   * A frame of a message that goes on after it, before anything that comes later is told. The message itself then has
   * only the frames that were not told. Frames of a compressed message come with it: only together can they be read.
   */
  onFragment?(frame: WebSocketFrame): void
  /** A control frame that `ws` answers by itself. `frame`: as it came, where a wire was tapped. */
  onControl(opcode: 'ping' | 'pong', payload: Uint8Array, frame?: WebSocketFrame | null): void
  /**
   * 1005: the Close frame had no code; 1006: there was none. `frame`: the client's Close frame. `refusal`: the transport
   * closes by itself, with that code.
   */
  onClose(code: number, reason: string, frame?: WebSocketFrame | null, refusal?: WebSocketRefusal | null): void
}

/** What a client sent against the rules, so that no message could be made of it. */
export interface WebSocketRefusal {
  readonly rule: WebSocketRule
  /** As they were tapped; the last one broke the rule. */
  readonly frames: readonly WebSocketFrame[]
}

/**
 * `rsv`: a reserved bit without an extension that gives it a meaning (RFC 6455 §5.2). `mask`: a client masks (§5.1).
 * `inflate`: a compressed message is DEFLATE data (RFC 7692 §7.2.2). `utf-8`: a text is (§8.1). `size`: what the
 * container can take. `frame`: all else that §5 says of frames.
 */
export type WebSocketRule = 'rsv' | 'mask' | 'inflate' | 'utf-8' | 'size' | 'frame'
