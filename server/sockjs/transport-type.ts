/** One row of Spring's `TransportType` (spring.md 5.6). */
export interface TransportTypeFacts {
  readonly method: 'GET' | 'POST'
  /** It may be used from another origin, hence answers OPTIONS. */
  readonly supportsCors: boolean
}

/** By the last segment of a session URL. JSONP was removed in Spring 5.1. */
const TRANSPORT_TYPES: Readonly<Record<string, TransportTypeFacts>> = {
  websocket: { method: 'GET', supportsCors: false },
  xhr: { method: 'POST', supportsCors: true },
  xhr_send: { method: 'POST', supportsCors: true },
  xhr_streaming: { method: 'POST', supportsCors: true },
  eventsource: { method: 'GET', supportsCors: false },
  htmlfile: { method: 'GET', supportsCors: true },
}

export const transportTypeOf = (segment: string): TransportTypeFacts | null =>
  Object.hasOwn(TRANSPORT_TYPES, segment) ? (TRANSPORT_TYPES[segment] ?? null) : null
