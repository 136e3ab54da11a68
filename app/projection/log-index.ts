import type { EventLog, TraceEvent } from '#trace'

/** Something that is known about every event of a log, learnt in one pass and forgotten with the events. */
export interface LogIndex {
  /** Events come in order, each once. */
  read(event: TraceEvent, log: EventLog): void
  /** Events below `first` were evicted. */
  forget(first: number): void
}
