import type { EventLog, HeaderList, TraceEvent } from '#trace'

/** Names of headers as they were written, and how many values of each were masked. */
export const maskedValues = (log: EventLog, passes: (seq: number) => boolean): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (let seq = log.first; seq < log.next; seq++) {
    const event = log.at(seq)
    if (event === undefined || !passes(seq)) continue
    for (const [name, value] of redactedHeaders(event))
      if (MASK.test(value)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

const MASK = /^\*+$/

/** Each secret once: where its octets stand too, or a Message has it, the frame has been counted. */
const redactedHeaders = (event: TraceEvent): HeaderList => {
  switch (event.type) {
    case 'http.requested':
    case 'http.responded':
      return event.redacted ? event.headers : []
    case 'stomp.frame-decoded':
    case 'stomp.frame-encoded':
      return event.frame.redacted ? event.frame.headers : []
    default:
      return []
  }
}
