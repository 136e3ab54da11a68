import type {
  ActiveFault,
  ClientTag,
  GateBreakpoint,
  HeartbeatPair,
  HeldAtGate,
  IgnoredReason,
  LabConfiguration,
  Station,
  SubscriptionRef,
} from '#trace'
import type { HeldRequest } from './held-request.ts'
import type { LadderState } from './ladder-state.ts'

/**
 * Everything that the picture shows at a cursor, as plain JSON: `fold(log, cursor)`. Equal cursors give deeply equal
 * states. Keys and parameters only, no sentence.
 */
export interface LabState {
  readonly config: LabConfiguration | null
  /** By tag, in order of appearance. */
  readonly clients: readonly ClientState[]
  readonly sessions: readonly SessionState[]
  /** How clients came to their connections, or try to: the newest try of each. */
  readonly ladders: readonly LadderState[]
  /** Requests of SockJS transports whose answers are open, oldest first. */
  readonly held: readonly HeldRequest[]
  /** What the broker's registry holds, oldest first. */
  readonly subscriptions: readonly SubscriptionState[]
  readonly users: readonly { readonly name: string; readonly sessions: readonly string[] }[]
  readonly pools: {
    readonly clientInboundChannel: PoolState
    readonly clientOutboundChannel: PoolState
  }
  /** The newest event that happened at each station, for the active outline. */
  readonly lastAt: Partial<Record<Station, number>>
  /** The handlers' answers to the newest message of each channel that was offered. */
  readonly offers: readonly OfferState[]
  /** The mapping that ran last, with the message it ran for. */
  readonly invoked: {
    readonly mapping: string
    readonly controller: string
    readonly method: string
    /** Null: its beginning is no longer in the log. */
    readonly message: number | null
  } | null
  /** The application event that was published last. */
  readonly published: { readonly name: string; readonly client: ClientTag | null } | null
  /** What UserDestinationMessageHandler did last: `targets` is empty where nobody was found. */
  readonly rewritten: { readonly from: string; readonly targets: readonly string[] } | null
  /** What the broker's registry answered last. */
  readonly matched: { readonly destination: string; readonly subscriptions: readonly SubscriptionRef[] } | null
  readonly faults: readonly ActiveFault[]
  readonly breakpoints: readonly GateBreakpoint[]
  /** What waits at the gates, oldest first. */
  readonly atGates: readonly HeldAtGate[]
  /** Of the newest fact: the message it belongs to, null when it belongs to none. */
  readonly message: number | null
  /** Counters of the whole lab. */
  readonly counters: { readonly messages: number; readonly steps: number }
}

export interface ClientState {
  readonly tag: ClientTag
  readonly session: string | null
  /** `websocket`, `sockjs-websocket`, … as `websocket.opened` and `sockjs.session-opened` say. */
  readonly transport: string | null
  readonly status: 'connecting' | 'open' | 'connected' | 'closed'
  readonly user: string | null
  /** From CONNECTED; null before. `[0, 0]` means off. */
  readonly heartbeat: HeartbeatPair | null
  readonly stompVersion: string | null
  readonly closeCode: number | null
}

export interface SessionState {
  readonly id: string
  readonly client: ClientTag | null
  readonly transport: string
  readonly user: string | null
  readonly connected: boolean
}

export interface SubscriptionState {
  readonly session: string
  readonly client: ClientTag | null
  readonly subscription: string
  readonly destination: string
}

export interface PoolState {
  readonly core: number
  /** Busy threads: name and the `handler.entered` they work on. */
  readonly busy: readonly { readonly thread: string; readonly entered: number }[]
  /** Offered and not yet entered. */
  readonly waiting: number
}

export interface OfferState {
  readonly channel: Station
  /** `seq` of the `channel.sent` whose message was offered. */
  readonly sent: number
  readonly handler: Station
  readonly answer:
    | { readonly kind: 'offered' }
    | { readonly kind: 'entered' }
    | { readonly kind: 'handled' }
    | { readonly kind: 'ignored'; readonly reason: IgnoredReason }
    | { readonly kind: 'failed'; readonly message: string }
}
