import type { ActiveFault } from './fault-fact.ts'
import type { GateBreakpoint, HeldAtGate } from './gate-fact.ts'
import type { HeartbeatPair } from './heartbeat-pair.ts'
import type { LabConfiguration } from './lab-configuration.ts'
import type { SubscriptionRef } from './messaging-fact.ts'
import type { TracedMessage } from './traced-message.ts'

/** `A`, `B`, … or a student's tag: an address for the picture, never an identity for security. */
export type ClientTag = string

export interface SnapshotSession {
  readonly id: string
  readonly client: ClientTag | null
  readonly transport: string
  readonly user: string | null
  readonly connected: boolean
  /** From CONNECTED, where there was one. */
  readonly heartbeat?: HeartbeatPair
  /** From CONNECT, as Spring reads it. */
  readonly clientHeartbeat?: HeartbeatPair
  readonly stompVersion?: string
}

/** Everything that a fold starts from (trace.md rule 6). */
export interface LabSnapshot {
  readonly config: LabConfiguration
  readonly sessions: readonly SnapshotSession[]
  readonly subscriptions: readonly (SubscriptionRef & { readonly destination: string })[]
  readonly users: readonly { readonly name: string; readonly sessions: readonly string[] }[]
  readonly faults: readonly ActiveFault[]
  readonly gates: readonly GateBreakpoint[]
  /** What waits at the gates; absent: nothing. */
  readonly held?: readonly HeldAtGate[]
  readonly counters: { readonly messages: number; readonly steps: number }
}

/** What a client says about itself (design README, settled 2). */
export type ClientReport =
  | { readonly report: 'connecting'; readonly transport: string }
  | {
      readonly report: 'transport-tried'
      readonly transport: string
      /** Milliseconds that the library gives it; null: it has no limit. */
      readonly deadline: number | null
      /** Of `/info`, milliseconds: what the library reckons the deadline from. */
      readonly roundTrip?: number
    }
  | { readonly report: 'transport-failed'; readonly transport: string; readonly reason: string }
  | { readonly report: 'transport-opened'; readonly transport: string }
  | { readonly report: 'stomp-connected'; readonly version: string }
  | { readonly report: 'callback-called'; readonly subscription: string; readonly messageId: string }
  | { readonly report: 'unhandled'; readonly what: string }
  /** The server was silent for longer than the client bears: it closes the connection. */
  | { readonly report: 'heart-beat-lost' }
  | { readonly report: 'closed'; readonly code: number; readonly reason: string; readonly wasClean: boolean }
  | { readonly report: 'reconnecting'; readonly delay: number }

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
  | {
      /** Spring's `WebSocketMessageBrokerStats`, a minute after the start and then every half hour. */
      readonly type: 'statistics.logged'
      readonly station: 'application'
      /** As it stands in the application's log, level INFO. */
      readonly line: string
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
      /** Absent: a reset. */
      readonly how?: KillKind
    }
  | { readonly type: 'lab.snapshot'; readonly station: 'application'; readonly snapshot: LabSnapshot }

/**
 * `reset`: the connection is torn; `close`: closed with a code; `half-open`: from now on nothing crosses it, and nobody
 * is told.
 */
export type KillKind = 'reset' | 'close' | 'half-open'

export type ClientFact = { readonly type: 'client.reported'; readonly station: 'client' } & ClientReport
