import type { HeaderList, TracedPayload } from './traced-message.ts'

export interface HandshakeCheck {
  readonly check:
    | 'handshake-interceptor'
    | 'origin'
    | 'method'
    | 'upgrade'
    | 'connection'
    | 'key'
    | 'version'
    | 'sub-protocol'
    | 'capacity'
  readonly outcome: 'passed' | 'failed'
  /** What was looked at, e.g. the Origin header's value. */
  readonly value: string | null
}

export type HttpFact =
  | {
      readonly type: 'http.requested'
      readonly station: 'httpEndpoint'
      readonly method: string
      readonly path: string
      readonly headers: HeaderList
      readonly body: TracedPayload
      readonly redacted?: true
    }
  | {
      readonly type: 'http.responded'
      readonly station: 'httpEndpoint'
      readonly status: number
      readonly headers: HeaderList
      readonly body: TracedPayload
      readonly redacted?: true
    }
  | {
      readonly type: 'http.chunk-sent'
      readonly station: 'httpEndpoint'
      /** `seq` of the `http.requested` that this answers: what makes a chunk leave is often something else. */
      readonly request: number
      readonly chunk: TracedPayload
      /** Of the body so far, this chunk included. */
      readonly bytes: number
    }
  | {
      readonly type: 'http.ended'
      readonly station: 'httpEndpoint'
      readonly request: number
      readonly bytes: number
      /** The connection was dropped before the end. */
      readonly aborted?: boolean
    }
  | {
      readonly type: 'handshake.decided'
      readonly station: 'httpEndpoint'
      readonly checks: readonly HandshakeCheck[]
      readonly accepted: boolean
      readonly status: number
      readonly reason: string | null
      readonly subProtocol: string | null
      readonly key: string | null
      readonly accept: string | null
    }

/** The head of a WebSocket frame (RFC 6455 §5.2). */
export interface TracedWebSocketFrame {
  readonly fin: boolean
  /** RSV1, RSV2 and RSV3 as the three bits they are: 4 is RSV1. */
  readonly rsv: number
  readonly mask: boolean
  /** Four octets in base64. */
  readonly maskingKey: string | null
}

/**
 * `rsv`: a reserved bit without an extension that gives it a meaning (RFC 6455 §5.2). `mask`: a client masks (§5.1).
 * `inflate`: a compressed message is DEFLATE data (RFC 7692 §7.2.2). `utf-8`: a text is (§8.1). `size`: what the
 * container can take. `frame`: all else that §5 says of frames.
 */
export type WebSocketRule = 'rsv' | 'mask' | 'inflate' | 'utf-8' | 'size' | 'frame'

export type WebSocketFact =
  | {
      readonly type: 'websocket.opened'
      readonly station: 'webSocketSession'
      /** `websocket`, or behind SockJS `sockjs-websocket`, `sockjs-xhr_streaming`, … */
      readonly transport: string
      /** As the 101 accepted them; empty: none. */
      readonly extensions: string
    }
  | {
      readonly type: 'websocket.closed'
      readonly station: 'webSocketSession'
      readonly code: number
      readonly reason: string
      readonly clean: boolean
      readonly by: 'client' | 'server' | 'network'
    }
  | {
      readonly type: 'websocket.frame-received' | 'websocket.frame-sent'
      readonly station: 'webSocketSession'
      readonly opcode: 'continuation' | 'text' | 'binary' | 'close' | 'ping' | 'pong'
      /** Octets of the payload, before any cut. */
      readonly length: number
      /** What the wire tap saw; absent where no wire was there to tap. */
      readonly frame?: TracedWebSocketFrame
      /** Head and payload as they travelled, in base64; the payload is cut at 4 KiB. */
      readonly octets?: string
      /** Lengths of the pieces in which TCP delivered them, or in which they were written. */
      readonly segments?: readonly number[]
      /**
       * Octets of the whole message once inflated (RFC 7692 §7.2.2), on the last frame of a message that travelled
       * compressed.
       */
      readonly inflated?: number
      /** The rule that this frame broke: no message was made of it, and the server closed. */
      readonly refused?: WebSocketRule
      /**
       * Values were masked: in a compressed message before it was compressed anew, for its octets would tell them. Of
       * octets that could not be read, since they broke a rule, only the frame's head is told.
       */
      readonly redacted?: true
    }

/** `closing`: it is over, and says so to whoever still asks. `closed`: forgotten. */
export type SockJsPhase = 'connecting' | 'open' | 'closing' | 'closed'

/**
 * `receiver-lost`: the client had dropped its receiver. `disconnect-delay`: it had none for that long. `queue-full`: too
 * much waited for one. The first two of these are of WebSockets.
 */
export type SockJsClosingReason =
  | 'closed-by-client'
  | 'connection-lost'
  | 'closed-by-server'
  | 'killed'
  | 'receiver-lost'
  | 'disconnect-delay'
  | 'queue-full'

export type SockJsInputName =
  | 'receiver-attached'
  | 'receiver-detached'
  | 'established'
  | 'send'
  | 'written'
  | 'received'
  | 'close'
  | 'timer'

export type SockJsFact =
  | {
      readonly type: 'sockjs.info-served'
      readonly station: 'sockJsService'
      readonly entropy: number
      readonly webSocketEnabled: boolean
      readonly cookieNeeded: boolean
    }
  | {
      readonly type: 'sockjs.session-opened'
      readonly station: 'sockJsService'
      readonly serverId: string
      readonly sessionId: string
      readonly transport: string
    }
  | {
      readonly type: 'sockjs.session-closed'
      readonly station: 'sockJsService'
      readonly code: number
      readonly reason: string
      readonly why: SockJsClosingReason
    }
  | { readonly type: 'sockjs.frame-sent'; readonly station: 'sockJsService'; readonly frame: TracedPayload }
  | {
      readonly type: 'sockjs.messages-received'
      readonly station: 'sockJsService'
      readonly raw: TracedPayload
      readonly messages: readonly string[]
    }
  | {
      /** A response on which the server can send, or that it can no longer use. */
      readonly type: 'sockjs.receiver-attached' | 'sockjs.receiver-detached'
      readonly station: 'sockJsService'
      readonly transport: string
      /** What of the limit of one response is used. */
      readonly bytes: number
      readonly limit: number
    }
  | {
      /** The session's state changed. */
      readonly type: 'sockjs.stepped'
      readonly station: 'sockJsService'
      readonly input: SockJsInputName
      readonly from: SockJsPhase
      readonly to: SockJsPhase
    }

export type OutboundFact =
  | {
      readonly type: 'outbound.buffered' | 'outbound.limit-exceeded'
      readonly station: 'webSocketSession'
      readonly bytes: number
      readonly bufferSize: number
    }
  | {
      readonly type: 'outbound.written'
      readonly station: 'webSocketSession'
      readonly bytes: number
      readonly bufferSize: number
      /** Milliseconds that the send took. */
      readonly timeInSend: number
    }
