import type { TraceEvent } from '#trace'

/**
 * The steps of a log, counted anew from the rule (trace.md, Step): a fact without a cause, or at another station than
 * its cause; all offers of one message are one step.
 *
 * @returns for each cursor from 0 on, how many steps have begun before it
 */
export const stepsByCursor = (events: readonly TraceEvent[]): readonly number[] => {
  const offered = new Set<number>()
  const counts = [0]
  let steps = 0
  for (const { type, station, cause } of events) {
    const before = cause === null ? undefined : events[cause]
    if (type === 'handler.offered' && cause !== null) {
      if (!offered.has(cause)) steps += 1
      offered.add(cause)
    } else if (before === undefined || before.station !== station) {
      steps += 1
    }
    counts.push(steps)
  }
  return counts
}
