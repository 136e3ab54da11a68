import type { HttpFact, OutboundFact, SockJsFact, WebSocketFact } from './connection-fact.ts'
import type { FaultFact } from './fault-fact.ts'
import type { GateFact } from './gate-fact.ts'
import type { ApplicationFact, ClientFact, ClientTag, LabFact, TimeFact } from './lab-fact.ts'
import type { BrokerFact, ChannelFact, HandlerFact, StompFact } from './messaging-fact.ts'

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

export type TraceEvent = TraceEnvelope & TraceFact

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
  | FaultFact
  | GateFact
  | ClientFact

export type TraceFactType = TraceFact['type']
/** The fact of one type, also where the contract describes several types together. */
export type TraceFactOf<T extends TraceFactType> = T extends unknown ? DescribedFact<TraceFact, T> : never
type DescribedFact<F extends TraceFact, T extends TraceFactType> = F extends unknown
  ? T extends F['type']
    ? F & { readonly type: T }
    : never
  : never
export type TraceEventOf<T extends TraceFactType> = TraceEnvelope & TraceFactOf<T>
