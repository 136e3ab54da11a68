import type { TraceEvent } from './trace-event.ts'

/**
 * Whether an event begins a step (trace.md, Step): it came from outside, it happened at another station than its
 * cause, or it is the first offer of a message (the offer fan is one step).
 *
 * @param cause undefined where it was evicted
 */
export const beginsStep = (event: TraceEvent, cause: TraceEvent | undefined): boolean => {
  if (event.cause === null) return true
  if (event.type === 'handler.offered') return event.index === 0
  return event.station !== cause?.station
}
