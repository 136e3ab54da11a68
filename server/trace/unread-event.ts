import type { Station } from './station.ts'
import type { TraceEnvelope, TraceEvent, TraceFact, TraceFactOf } from './trace-event.ts'

/** Facts that come in such numbers that nobody could afford to write each of them down. */
type FrequentFactType =
  | 'channel.sent'
  | 'handler.offered'
  | 'stomp.frame-encoded'
  | 'websocket.frame-received'
  | 'websocket.frame-sent'
  | 'outbound.written'

/** What many events tell, written down only when somebody reads one of them. What it holds on to never changes. */
export interface UnreadFactOf<T extends FrequentFactType> {
  readonly type: T
  readonly station: Station
  /** Roughly what is held on to for one event. */
  octets(event: UnreadEvent): number
  read(event: UnreadEvent): TraceFactOf<T>
}

export interface UnreadOffer extends UnreadFactOf<'handler.offered'> {
  readonly index: number
}

export type UnreadFact =
  | { readonly [T in Exclude<FrequentFactType, 'handler.offered'>]: UnreadFactOf<T> }[Exclude<
      FrequentFactType,
      'handler.offered'
    >]
  | UnreadOffer

/** An event as it was recorded; the plain one is made when somebody reads it. */
export interface UnreadEvent extends TraceEnvelope {
  readonly fact: TraceFact | UnreadFact
  /** What an unread fact needs to know of this event beside the envelope. */
  readonly detail: unknown
}

export const factOf = (event: TraceEvent | UnreadEvent): TraceFact | UnreadFact =>
  'fact' in event ? event.fact : event

export const readFact = (event: UnreadEvent): TraceFact => ('read' in event.fact ? event.fact.read(event) : event.fact)

export const readEvent = (event: UnreadEvent): TraceEvent => {
  const { seq, at, cause, client, session, thread } = event
  return { seq, at, cause, client, session, thread, ...readFact(event) }
}
