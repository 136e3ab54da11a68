import type { EventLog, TraceEvent, TraceEventOf } from '#trace'

/** The HTTP request that an event came out of; undefined where there is none in the log. */
export function causingRequest(log: EventLog, event: TraceEvent): TraceEventOf<'http.requested'> | undefined {
  let found: TraceEvent | undefined = event
  while (found !== undefined && found.type !== 'http.requested') {
    found = found.cause === null ? undefined : log.at(found.cause)
  }
  return found
}
