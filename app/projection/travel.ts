import type { Station, TraceEvent, TraceFactType } from '#trace'
import type { Place } from './token.ts'

export type Edge = `${Place}>${Place}`

/** Where a client's octets and requests come in. */
const FACES_CLIENT: ReadonlySet<Station> = new Set(['httpEndpoint', 'sockJsService', 'webSocketSession'])

/** Facts after which something is on its way to the client (trace.md, Where the picture begins and ends). */
const ENDS_AT_CLIENT: ReadonlySet<TraceFactType> = new Set([
  'websocket.frame-sent',
  'http.responded',
  'http.chunk-sent',
])

/** The way that leads to an event: from its cause, or from the client that began it; null where nothing moves. */
export function travelTo(event: TraceEvent, cause: TraceEvent | undefined): Edge | null {
  // What a client reports is what it had received: its way was drawn when it was sent.
  if (event.type === 'client.reported') return null
  if (event.cause === null) {
    return event.client !== null && FACES_CLIENT.has(event.station) ? `client:${event.client}>${event.station}` : null
  }
  if (cause === undefined || cause.station === event.station) return null
  return `${placeOf(cause)}>${placeOf(event)}`
}

/** The way from an event on to the client. */
export function travelToClient(event: TraceEvent): Edge | null {
  return event.client !== null && ENDS_AT_CLIENT.has(event.type) ? `${event.station}>client:${event.client}` : null
}

function placeOf(event: TraceEvent): Place {
  return event.station === 'client' && event.client !== null ? `client:${event.client}` : event.station
}
