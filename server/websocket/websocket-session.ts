import type { CloseStatus } from './close-status.ts'
import type { WebSocketMessage } from './websocket-message.ts'

/** Spring's `WebSocketSession`: the connection as the STOMP layer sees it, whatever the transport. */
export interface WebSocketSession {
  readonly id: string
  /** `websocket`, or behind SockJS `sockjs-websocket`, `sockjs-xhr_streaming`, … */
  readonly transport: string
  /** The path segments of a SockJS session; null where there is no SockJS. */
  readonly sockJs: { readonly serverId: string; readonly sessionId: string; readonly transport: string } | null
  readonly principal: { readonly name: string } | null
  /** Becomes `simpSessionAttributes`. */
  readonly attributes: Map<string, unknown>
  readonly isOpen: boolean
  /** Raw WebSockets take binary messages, SockJS sessions do not (spring.md 7.6). */
  readonly acceptsBinary: boolean
  /** Octets that were sent and are not yet on the wire. */
  readonly bufferedAmount: number
  sendMessage(message: WebSocketMessage): void
  close(status: CloseStatus): void
  /** Drops the connection without a closing handshake. */
  terminate(): void
  /** STOMP heart-beats were announced: a SockJS session stops its own (spring.md 2.1.8). */
  disableHeartbeat(): void
}

/** Spring's `WebSocketHandler`, the STOMP layer's front door. */
export interface WebSocketHandler {
  afterConnectionEstablished(session: WebSocketSession): void
  handleMessage(session: WebSocketSession, message: WebSocketMessage): void
  afterConnectionClosed(session: WebSocketSession, status: CloseStatus): void
}
