import type { LabConfiguration } from './lab-configuration.ts'
import type { ChannelStation, HandlerStation } from './station.ts'

/** Where a fact sits in the trace of its lab. */
export interface TraceEnvelope {
  /** Gapless per lab, from 0; the cursor counts these. */
  readonly seq: number
  /** Milliseconds since the lab began, fractional, by the lab's scheduler. */
  readonly at: number
  /** The event that led here; null: it came from outside. */
  readonly cause: number | null
  readonly client: ClientTag | null
  /** WebSocketSession id, `simpSessionId`. */
  readonly session: string | null
  /** Spring's thread kind and number, as `clientInboundChannel-3`. */
  readonly thread: string | null
}

/** `A`, `B`, … or a student's tag: an address for the picture, never an identity for security. */
export type ClientTag = string

export type TraceEvent = TraceEnvelope & TraceFact

/** In order, repeats kept. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** A body as JSON can hold it: text when the octets are UTF-8, else base64. Cut at 4 KiB. */
export type TracedPayload = { readonly text: string } | { readonly base64: string }

/** Set where a value was masked at equal length, or a payload was cut. */
export interface TracedCut {
  readonly truncated?: true
  readonly redacted?: true
}

/** A part of a STOMP frame's octets: `[start, end)`. `index` counts header lines from 0. */
export interface StompSpan {
  readonly part: 'command' | 'header-name' | 'header-value' | 'end-of-line' | 'body' | 'nul'
  readonly start: number
  readonly end: number
  readonly index?: number
}

export interface TracedStompFrame extends TracedCut {
  /** `HEARTBEAT` stands for a lone end-of-line. */
  readonly command: string
  readonly headers: HeaderList
  readonly body: TracedPayload
  readonly bodyLength: number
  /** Octets of the whole frame on the STOMP layer, NUL included. */
  readonly length: number
  readonly spans: readonly StompSpan[]
}

/** A Spring `Message`. This form is read by outside judges and fixed. */
export interface TracedMessage extends TracedCut {
  readonly payload: TracedPayload
  /** Octets, before any cut. */
  readonly length: number
  readonly headers: TracedMessageHeaders
}

export interface TracedMessageHeaders {
  readonly simpMessageType: string
  readonly stompCommand?: string
  readonly simpDestination?: string
  readonly simpSessionId?: string
  readonly simpSubscriptionId?: string
  readonly simpUser?: string
  readonly contentType?: string
  readonly simpHeartbeat?: string
  readonly nativeHeaders?: HeaderList
}

/** Why a handler did not take a message that was offered to it. */
export type IgnoredReason =
  | 'destination-prefix'
  | 'no-destination'
  | 'no-mapping'
  | 'wrong-type'
  | 'not-user-destination'
  | 'not-running'
  | 'no-subscribers'
  | 'unresolved-user'
  | 'unknown-session'
  | 'unsupported-version'
  | 'no-subscription-id'
  | 'already-connected'
  | 'before-handle-vetoed'

export interface TracedError {
  /** The Java exception's class, e.g. `java.lang.IllegalArgumentException`. */
  readonly type: string
  readonly message: string
}

export type TracedOutcome =
  | { readonly kind: 'handled' }
  | { readonly kind: 'ignored'; readonly reason: IgnoredReason }
  | { readonly kind: 'failed'; readonly error: TracedError }

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

export interface SubscriptionRef {
  readonly session: string
  readonly subscription: string
}

export interface SnapshotSession {
  readonly id: string
  readonly client: ClientTag | null
  readonly transport: string
  readonly user: string | null
  readonly connected: boolean
  /** From CONNECTED, where there was one. */
  readonly heartbeat?: readonly [outgoing: number, incoming: number]
  readonly stompVersion?: string
}

/** Everything that a fold starts from (trace.md rule 6). */
export interface LabSnapshot {
  readonly config: LabConfiguration
  readonly sessions: readonly SnapshotSession[]
  readonly subscriptions: readonly (SubscriptionRef & { readonly destination: string })[]
  readonly users: readonly { readonly name: string; readonly sessions: readonly string[] }[]
  readonly faults: readonly string[]
  readonly gates: readonly string[]
  readonly counters: { readonly messages: number; readonly steps: number }
}

/** What a client says about itself (design README, settled 2). */
export type ClientReport =
  | { readonly report: 'connecting'; readonly transport: string }
  | { readonly report: 'transport-tried'; readonly transport: string; readonly deadline: number | null }
  | { readonly report: 'transport-failed'; readonly transport: string; readonly reason: string }
  | { readonly report: 'transport-opened'; readonly transport: string }
  | { readonly report: 'stomp-connected'; readonly version: string }
  | { readonly report: 'callback-called'; readonly subscription: string; readonly messageId: string }
  | { readonly report: 'unhandled'; readonly what: string }
  | { readonly report: 'closed'; readonly code: number; readonly reason: string; readonly wasClean: boolean }
  | { readonly report: 'reconnecting'; readonly delay: number }

/** Everything that can happen. Past tense, layer first, JSON only. Later layers add their facts here. */
export type TraceFact =
  | HttpFact
  | WebSocketFact
  | SockJsFact
  | StompFact
  | ChannelFact
  | HandlerFact
  | BrokerFact
  | OutboundFact
  | ApplicationFact
  | TimeFact
  | LabFact
  | ClientFact

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

export type StompFact =
  | {
      readonly type: 'stomp.frame-decoded' | 'stomp.frame-encoded'
      readonly station: 'stompSubProtocolHandler'
      readonly frame: TracedStompFrame
    }
  | { readonly type: 'stomp.decode-incomplete'; readonly station: 'stompSubProtocolHandler'; readonly waiting: number }
  | {
      readonly type: 'stomp.decode-failed'
      readonly station: 'stompSubProtocolHandler'
      /** Spring's own text. */
      readonly message: string
      readonly offset: number
    }

export type ChannelFact =
  | { readonly type: 'channel.sent'; readonly station: ChannelStation; readonly message: TracedMessage }
  | {
      readonly type: 'interceptor.ran'
      readonly station: ChannelStation
      readonly interceptor: string
      readonly outcome:
        | { readonly kind: 'passed' }
        | { readonly kind: 'changed'; readonly what: readonly string[] }
        | { readonly kind: 'vetoed' }
        | { readonly kind: 'threw'; readonly error: TracedError }
    }
  | {
      readonly type: 'handler.offered'
      readonly station: ChannelStation
      readonly handler: HandlerStation
      /** Which of the message's offers, from 0 in subscription order. */
      readonly index: number
      /** Tasks that waited in the channel's pool before this one. */
      readonly queueLength: number
    }

export type HandlerFact =
  | { readonly type: 'handler.entered'; readonly station: HandlerStation; readonly channel: ChannelStation }
  | {
      readonly type: 'handler.left'
      readonly station: HandlerStation
      readonly channel: ChannelStation
      readonly outcome: TracedOutcome
      /** The Message that failed, where one did. */
      readonly message?: TracedMessage
    }
  | {
      readonly type: 'controller.invoked'
      readonly station: 'simpAnnotationMethodMessageHandler'
      readonly controller: string
      readonly method: string
      readonly mapping: string
      readonly arguments: readonly unknown[]
      readonly converter: string | null
    }
  | {
      readonly type: 'controller.returned'
      readonly station: 'simpAnnotationMethodMessageHandler'
      readonly controller: string
      readonly method: string
      readonly value: unknown
      /** Destinations that the value goes to; empty: it goes nowhere. */
      readonly destinations: readonly string[]
    }
  | {
      readonly type: 'controller.threw'
      readonly station: 'simpAnnotationMethodMessageHandler'
      readonly controller: string
      readonly method: string
      readonly error: TracedError
      /** The `@MessageExceptionHandler` that takes it; null: nobody, it is only logged. */
      readonly handledBy: string | null
    }
  | {
      readonly type: 'user-destination.resolved'
      readonly station: 'userDestinationMessageHandler'
      readonly from: string
      readonly user: string | null
      readonly sessions: readonly string[]
      readonly targets: readonly string[]
      readonly unresolved: string | null
    }

export type BrokerFact =
  | {
      readonly type: 'broker.subscribed' | 'broker.unsubscribed'
      readonly station: 'simpleBrokerMessageHandler'
      readonly session: string
      readonly subscription: string
      readonly destination: string
    }
  | {
      readonly type: 'broker.matched'
      readonly station: 'simpleBrokerMessageHandler'
      readonly destination: string
      readonly matches: readonly (SubscriptionRef & { readonly pattern: string })[]
      readonly examined: number
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

export type ApplicationFact =
  | {
      readonly type: 'event.published'
      readonly station: 'application'
      readonly event:
        | 'SessionConnectEvent'
        | 'SessionConnectedEvent'
        | 'SessionSubscribeEvent'
        | 'SessionUnsubscribeEvent'
        | 'SessionDisconnectEvent'
        | 'BrokerAvailabilityEvent'
      readonly message: TracedMessage | null
      readonly user: string | null
      readonly closeStatus: { readonly code: number; readonly reason: string | null } | null
      readonly brokerAvailable?: boolean
    }
  | {
      readonly type: 'http-controller.invoked'
      readonly station: 'application'
      readonly controller: string
      readonly method: string
      readonly arguments: readonly unknown[]
    }

export type TimeFact =
  | {
      readonly type: 'heartbeat.sent' | 'heartbeat.received' | 'heartbeat.late' | 'heartbeat.missed'
      readonly station: 'webSocketSession' | 'sockJsService' | 'stompSubProtocolHandler' | 'simpleBrokerMessageHandler'
      readonly layer: 'websocket' | 'sockjs' | 'stomp'
      readonly direction: 'to-client' | 'to-server'
      readonly deadline: number | null
    }
  | {
      readonly type: 'timer.set' | 'timer.fired' | 'timer.cancelled'
      readonly station: 'scheduler'
      readonly name: string
      readonly due: number
    }

export type LabFact =
  | {
      readonly type: 'config.changed'
      readonly station: 'application'
      readonly before: LabConfiguration
      readonly after: LabConfiguration
      readonly by: string
    }
  | { readonly type: 'lab.restarted'; readonly station: 'application'; readonly by: string }
  | { readonly type: 'mark.added'; readonly station: 'application'; readonly label: string; readonly by: string }
  | {
      /** A server-side send without a client: the feed's `publish` command. */
      readonly type: 'publish.commanded'
      readonly station: 'application'
      readonly destination: string
      readonly user: string | null
      readonly body: string
    }
  | {
      /** The server cuts a session's socket because the page asked for it. */
      readonly type: 'kill.commanded'
      readonly station: 'network'
      readonly session: string
    }
  | { readonly type: 'lab.snapshot'; readonly station: 'application'; readonly snapshot: LabSnapshot }

export type ClientFact = { readonly type: 'client.reported'; readonly station: 'client' } & ClientReport

export type TraceFactType = TraceFact['type']
/** The fact of one type, also where the contract describes several types together. */
export type TraceFactOf<T extends TraceFactType> = T extends unknown ? DescribedFact<TraceFact, T> : never
type DescribedFact<F extends TraceFact, T extends TraceFactType> = F extends unknown
  ? T extends F['type']
    ? F & { readonly type: T }
    : never
  : never
export type TraceEventOf<T extends TraceFactType> = TraceEnvelope & TraceFactOf<T>
