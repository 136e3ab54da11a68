import type { EventLog, TraceEvent } from '#trace'
import type { SequenceDetail, SequenceParticipant } from './sequence-participant.ts'

/** A stretch in which somebody is busy: a request that is held open, or a method that runs. */
export interface SequenceBar {
  /** Of the event that begins it. */
  readonly seq: number
  /** Of the event that ends it; null: it goes on. */
  readonly end: number | null
  readonly participant: SequenceParticipant
  readonly kind: 'request' | 'method'
}

/** A request that is answered sooner than this, in milliseconds, was not held. */
const HELD = 50

/** What is busy in the log, oldest first. */
export const sequenceBars = (log: EventLog, detail: SequenceDetail): readonly SequenceBar[] => {
  const bars: SequenceBar[] = []
  /** By the event that their end comes out of, however far. */
  const open = new Map<number, TraceEvent>()
  for (let seq = log.first; seq < log.next; seq++) {
    const event = log.at(seq)
    if (event === undefined) continue
    // A method's call and its return come out of the same event.
    if (BEGINS.has(event.type)) open.set(event.type === 'http.requested' ? seq : (event.cause ?? seq), event)
    const begun = ENDS.has(event.type) ? openCause(log, event, open) : null
    if (begun === null) continue
    open.delete(begun.type === 'http.requested' ? begun.seq : (begun.cause ?? begun.seq))
    const bar = barOf(begun, event, detail)
    if (bar !== null) bars.push(bar)
  }
  for (const event of open.values()) {
    const bar = event.type === 'http.requested' ? barOf(event, null, detail) : null
    if (bar !== null) bars.push(bar)
  }
  return bars
}

const BEGINS: ReadonlySet<TraceEvent['type']> = new Set<TraceEvent['type']>(['http.requested', 'controller.invoked'])
const ENDS: ReadonlySet<TraceEvent['type']> = new Set<TraceEvent['type']>([
  'http.ended',
  'handshake.decided',
  'controller.returned',
  'controller.threw',
])

/** How far up its causes the end of something looks for its beginning. */
const FARTHEST = 30

const openCause = (log: EventLog, event: TraceEvent, open: ReadonlyMap<number, TraceEvent>): TraceEvent | null => {
  let seq = event.cause
  for (let far = 0; seq !== null && far < FARTHEST; far++) {
    const found = open.get(seq)
    if (found !== undefined) return found
    seq = log.at(seq)?.cause ?? null
  }
  return null
}

const barOf = (begun: TraceEvent, ended: TraceEvent | null, detail: SequenceDetail): SequenceBar | null => {
  const end = ended?.seq ?? null
  if (begun.type === 'controller.invoked')
    return detail === 'wire'
      ? null
      : { seq: begun.seq, end, participant: 'simpAnnotationMethodMessageHandler', kind: 'method' }
  if (begun.client === null || (ended !== null && ended.at - begun.at < HELD)) return null
  return { seq: begun.seq, end, participant: `client:${begun.client}`, kind: 'request' }
}
