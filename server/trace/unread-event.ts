import type { Station } from './station.ts'
import type { TraceEnvelope, TraceEvent, TraceFact, TraceFactOf } from './trace-event.ts'

/** Facts that come in such numbers that nobody could afford to write each of them down. */
type FrequentFactType = 'channel.sent' | 'stomp.frame-encoded' | 'websocket.frame-received' | 'websocket.frame-sent'

/**
 * A fact that is written down only when somebody reads it. What it holds on to never changes. Events that tell the same
 * of different sessions may have one fact.
 */
export interface UnreadFactOf<T extends FrequentFactType> {
  readonly type: T
  readonly station: Station
  /** Roughly what it holds on to. */
  readonly octets: number
  read(event: Pick<TraceEnvelope, 'session'>): TraceFactOf<T>
}
export type UnreadFact = { readonly [T in FrequentFactType]: UnreadFactOf<T> }[FrequentFactType]

/** An event as it was recorded; the plain one is made when somebody reads it. */
export interface UnreadEvent extends TraceEnvelope {
  readonly fact: TraceFact | UnreadFact
}

export const factOf = (event: TraceEvent | UnreadEvent): TraceFact | UnreadFact =>
  'fact' in event ? event.fact : event

export const readEvent = (event: UnreadEvent): TraceEvent => {
  const { seq, at, cause, client, session, thread, fact } = event
  return { seq, at, cause, client, session, thread, ...('read' in fact ? fact.read(event) : fact) }
}
