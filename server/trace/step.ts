import type { TraceEvent } from './trace-event.ts'
import { factOf, type UnreadEvent } from './unread-event.ts'

/**
 * Whether an event begins a step (trace.md, Step): it came from outside, it happened at another station than its
 * cause, or it is the first offer of a message (the offer fan is one step).
 *
 * @param cause undefined where it was evicted
 */
export const beginsStep = (event: TraceEvent | UnreadEvent, cause: TraceEvent | UnreadEvent | undefined): boolean => {
  if (event.cause === null) return true
  const fact = factOf(event)
  if (fact.type === 'handler.offered') return fact.index === 0
  return cause === undefined || fact.station !== factOf(cause).station
}
