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
      readonly chunk: TracedPayload
      readonly bytes: number
    }
  | { readonly type: 'http.ended'; readonly station: 'httpEndpoint'; readonly bytes: number }
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

export type WebSocketFact =
  | {
      readonly type: 'websocket.opened'
      readonly station: 'webSocketSession'
      /** `websocket`, or `sockjs-websocket` behind SockJS. */
      readonly transport: string
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
      readonly opcode: 'text' | 'binary' | 'close' | 'ping' | 'pong'
      /** Octets of the payload, before any cut. */
      readonly length: number
    }

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
      readonly why: string
    }
  | { readonly type: 'sockjs.frame-sent'; readonly station: 'sockJsService'; readonly frame: TracedPayload }
  | {
      readonly type: 'sockjs.messages-received'
      readonly station: 'sockJsService'
      readonly raw: TracedPayload
      readonly messages: readonly string[]
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
