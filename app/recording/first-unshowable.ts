import { type TraceEvent, TraceRing } from '#trace'
import { Projections } from '../playback/projections.ts'

/**
 * The first event that the page could not show. The projections take the lab's word for the facts of an event; here they
 * meet a stranger's, on a log that nobody sees. State and caption read every fact; a route reads nothing more.
 */
export function firstUnshowable(events: readonly TraceEvent[]): TraceEvent | null {
  const log = new TraceRing(events[0]?.seq)
  const projections = new Projections(log)
  for (const event of events) {
    try {
      log.append(event, 0)
      projections.indexes.catchUp()
      projections.labStateAt(log.next)
      projections.captionAt(log.next)
    } catch {
      return event
    }
  }
  return null
}
