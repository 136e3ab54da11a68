export type SendingTransport = 'xhr' | 'xhr_streaming' | 'eventsource' | 'htmlfile' | 'jsonp'
export type ReceivingTransport = 'xhr_send' | 'jsonp_send'
export type TransportType = 'websocket' | SendingTransport | ReceivingTransport

/** One row of Spring's `TransportType` (spring.md 5.6). */
export type TransportTypeFacts = {
  readonly method: 'GET' | 'POST'
  /** It may be used from another origin by a script, hence answers OPTIONS. */
  readonly supportsCors: boolean
} & (
  | { readonly kind: 'websocket'; readonly name: 'websocket' }
  | {
      /** The server sends, on the response to this request. */
      readonly kind: 'sending'
      readonly name: SendingTransport
      /** Polling: the response ends after one frame. */
      readonly endsAfterFrame: boolean
      /** The frames call a function of the page, which the request names. */
      readonly callsBack: boolean
    }
  /** The client sends, in this request's body. */
  | { readonly kind: 'receiving'; readonly name: ReceivingTransport }
)

/** By the last segment of a session URL. */
const TRANSPORT_TYPES: Readonly<Record<TransportType, TransportTypeFacts>> = {
  websocket: { name: 'websocket', method: 'GET', supportsCors: false, kind: 'websocket' },
  xhr: { name: 'xhr', method: 'POST', supportsCors: true, kind: 'sending', endsAfterFrame: true, callsBack: false },
  xhr_streaming: {
    name: 'xhr_streaming',
    method: 'POST',
    supportsCors: true,
    kind: 'sending',
    endsAfterFrame: false,
    callsBack: false,
  },
  xhr_send: { name: 'xhr_send', method: 'POST', supportsCors: true, kind: 'receiving' },
  eventsource: {
    name: 'eventsource',
    method: 'GET',
    supportsCors: false,
    kind: 'sending',
    endsAfterFrame: false,
    callsBack: false,
  },
  htmlfile: {
    name: 'htmlfile',
    method: 'GET',
    supportsCors: true,
    kind: 'sending',
    endsAfterFrame: false,
    callsBack: true,
  },
  jsonp: { name: 'jsonp', method: 'GET', supportsCors: false, kind: 'sending', endsAfterFrame: true, callsBack: true },
  jsonp_send: { name: 'jsonp_send', method: 'POST', supportsCors: false, kind: 'receiving' },
}

const isTransportType = (segment: string): segment is TransportType => Object.hasOwn(TRANSPORT_TYPES, segment)

export const transportTypeOf = (segment: string): TransportTypeFacts | null =>
  isTransportType(segment) ? TRANSPORT_TYPES[segment] : null
