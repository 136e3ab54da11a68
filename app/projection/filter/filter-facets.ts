import type { TracedPayload, TraceEvent } from '#trace'
import type { FilterLayer } from './filter-term.ts'

/** What an event says about what a filter can ask. */
export interface FilterFacets {
  readonly destination: string | null
  readonly body: string | null
  /** Octets of the payload. */
  readonly size: number | null
}

/** Of what nobody has said anything about. */
export const SILENT: FilterFacets = { destination: null, body: null, size: null }

const TELLERS: ReadonlySet<TraceEvent['type']> = new Set<TraceEvent['type']>([
  'stomp.frame-decoded',
  'stomp.frame-encoded',
  'channel.sent',
  'http.requested',
  'http.responded',
  'publish.commanded',
])

/** Any other event is about what its cause is about. */
export const saysFacets = ({ type }: TraceEvent): boolean => TELLERS.has(type)

/** What an event says itself. */
export const facetsOf = (event: TraceEvent): FilterFacets => {
  switch (event.type) {
    case 'stomp.frame-decoded':
    case 'stomp.frame-encoded': {
      const { headers, body, bodyLength } = event.frame
      const destination = headers.find(([name]) => name === 'destination')?.[1] ?? null
      return { destination, body: textOf(body), size: bodyLength }
    }
    case 'channel.sent': {
      const { headers, payload, length } = event.message
      return { destination: headers.simpDestination ?? null, body: textOf(payload), size: length }
    }
    case 'http.requested':
    case 'http.responded':
      return { ...SILENT, body: textOf(event.body), size: textOf(event.body).length }
    case 'publish.commanded':
      return { destination: event.destination, body: event.body, size: event.body.length }
    default:
      return SILENT
  }
}

const textOf = (payload: TracedPayload): string => ('text' in payload ? payload.text : '')

/** The layer that a fact is told of. */
export const layerOf = ({ type }: TraceEvent): FilterLayer => {
  const [first = ''] = type.split('.')
  return LAYERS[first] ?? 'spring'
}

const LAYERS: Readonly<Record<string, FilterLayer>> = {
  http: 'http',
  handshake: 'http',
  websocket: 'websocket',
  outbound: 'websocket',
  sockjs: 'sockjs',
  stomp: 'stomp',
}
