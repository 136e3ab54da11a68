import type { ClientTag, EventLog, TraceEvent } from '#trace'

/** `seq` of the first event of a client at or after `from`; null: there is none yet. */
export function beginningOf(log: EventLog, from: number, client: ClientTag): number | null {
  return find(log, from, (event) => event.client === client)
}

/** `seq` at which the broker took the client's subscription. */
export function subscribedAt(log: EventLog, from: number, client: ClientTag): number | null {
  return find(log, from, (event) => event.client === client && event.type === 'broker.subscribed')
}

/** One past what a client's connecting and subscribing caused: where something else comes from outside, or the log's end. */
export function endOfConnection(log: EventLog, from: number, client: ClientTag): number {
  const subscribed = subscribedAt(log, from, client)
  if (subscribed === null) return log.next
  const comesFromOutside = (event: TraceEvent) => event.cause === null && event.client !== null
  return find(log, subscribed + 1, comesFromOutside) ?? log.next
}

function find(log: EventLog, from: number, matches: (event: TraceEvent) => boolean): number | null {
  for (let seq = Math.max(from, log.first); seq < log.next; seq += 1) {
    const event = log.at(seq)
    if (event !== undefined && matches(event)) return seq
  }
  return null
}
