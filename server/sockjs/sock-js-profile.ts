import type { HttpHeaders, HttpRequest, HttpResponse } from '../http/http-exchange.ts'
import type { OriginRules } from '../http/origin.ts'
import type { CloseStatus } from '../websocket/close-status.ts'
import type { WebSocketMessage } from '../websocket/websocket-message.ts'
import type { SockJsFrameCodec } from './sock-js-frame-codec.ts'
import type { SockJsSettings } from './sock-js-settings.ts'
import type { OutgoingSockJsFrame, SockJsSessionRules } from './sock-js-state.ts'
import type { SockJsPayload } from './sockjs-message-codec.ts'
import type { SendingTransport, TransportTypeFacts } from './transport-type.ts'

/** How one transport carries frames in the body of a response. */
export interface FrameWrapping {
  readonly contentType: string
  /** What each response begins with; empty: nothing. */
  readonly prelude: (callback: string) => string
  readonly wrap: (frame: string, callback: string) => string
}

export type CallbackParameter =
  | { readonly kind: 'given'; readonly callback: string }
  | { readonly kind: 'refused'; readonly text: string }

/** The `/{server}/{session}/{transport}` of a session's URL. */
export interface SockJsSessionPath {
  readonly serverId: string
  readonly sessionId: string
  readonly transport: string
}

/** What `/info` tells a client about the service (spring.md 5.5.1). */
export interface SockJsInfo {
  readonly entropy: number
  readonly cookieNeeded: boolean
  readonly webSocketEnabled: boolean
}

/** Milliseconds since 1970. */
type Instant = number

/**
 * The answers of one kind of server, as a table: Spring's, or those that the public protocol's own tests demand
 * (sockjs.md 10). The engine behind is the same.
 */
export interface SockJsProfile {
  /** Null: no session's. @param path what follows the endpoint's path */
  readonly sessionPath: (path: string) => SockJsSessionPath | null
  readonly iframePath: RegExp
  /** The iframe page's answer; null: there is none here. */
  readonly iframe: (request: HttpRequest, service: SockJsServiceFacts, now: Instant) => HttpResponse | null
  readonly greeting: (request: HttpRequest) => HttpResponse
  readonly notFound: HttpResponse
  /** Of `/websocket`, where WebSocket is disabled. */
  readonly rawWebSocketDisabled: HttpResponse
  /** To OPTIONS, for these methods. */
  readonly options: (request: HttpRequest, methods: string, service: SockJsServiceFacts, now: Instant) => HttpResponse
  readonly info: (info: SockJsInfo, request: HttpRequest) => HttpResponse
  /** Headers of whatever a transport answers. */
  readonly transportHeaders: (
    request: HttpRequest,
    transport: TransportTypeFacts,
    settings: SockJsSettings,
  ) => HttpHeaders
  readonly callback: (request: HttpRequest, transport: SendingTransport) => CallbackParameter
  readonly wrappings: Readonly<Record<SendingTransport, FrameWrapping>>
  /** The text of the answer to a body that has no messages. */
  readonly unreadable: Readonly<Record<Extract<SockJsPayload, { kind: 'broken' }>['problem'] | 'empty', string>>
  readonly frames: SockJsFrameCodec
  readonly session: Omit<SockJsSessionRules, 'streamBytesLimit' | 'messageCacheSize'>
  /** What of a frame counts towards the limit of a response. */
  readonly counted: (kind: OutgoingSockJsFrame['frame'], frame: WebSocketMessage, chunk: Uint8Array) => number
  /** Of an inactive session since `inactiveSince`: when it is forgotten, on a clock that began with the service. */
  readonly forgottenAt: (inactiveSince: number, disconnectDelay: number) => number
  /** A session's id is its own for every transport, and no other transport may go on with it. */
  readonly bindsSessionToTransport: boolean
  /** Nobody at another address may go on with a session. */
  readonly bindsSessionToAddress: boolean
  readonly webSocket: Pick<SockJsSessionRules, 'tellsHandlerFirst'> & {
    /** With what the WebSocket closes where a close frame has said `status`. */
    readonly closeStatus: (status: CloseStatus) => CloseStatus
    /** Of a message that cannot be read. */
    readonly brokenFraming: { readonly status: CloseStatus; readonly tellsClient: boolean }
  }
}

export interface SockJsServiceFacts {
  readonly settings: SockJsSettings
  readonly endpoint: OriginRules
}
