import type { EventLog, TraceEvent } from '#trace'

/** `seq` of the nearest `channel.sent` that led to an event; null where there is none in the log. */
export function causingMessage(log: EventLog, event: TraceEvent): number | null {
  for (let cause = causeOf(log, event); cause !== undefined; cause = causeOf(log, cause)) {
    if (cause.type === 'channel.sent') return cause.seq
  }
  return null
}

function causeOf(log: EventLog, event: TraceEvent): TraceEvent | undefined {
  return event.cause === null ? undefined : log.at(event.cause)
}
