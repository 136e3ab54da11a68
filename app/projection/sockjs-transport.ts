/** How the server answers the request that brings frames to the client. */
export type SockJsAnswer =
  /** 101: from then on it is no request any more. */
  | 'upgrade'
  /** Left open until a limit of octets. */
  | 'stream'
  /** Left open until there is one frame. */
  | 'poll'

export interface SockJsTransport {
  /** As sockjs-client calls it. */
  readonly name: string
  /** The last segment of its URL. */
  readonly segment: string
  readonly answer: SockJsAnswer
}

/** What sockjs-client 1.6.1 tries in a browser of today, in its order (sockjs.md 12). */
const SOCKJS_TRANSPORTS: readonly SockJsTransport[] = [
  { name: 'websocket', segment: 'websocket', answer: 'upgrade' },
  { name: 'xhr-streaming', segment: 'xhr_streaming', answer: 'stream' },
  { name: 'eventsource', segment: 'eventsource', answer: 'stream' },
  { name: 'iframe-eventsource', segment: 'eventsource', answer: 'stream' },
  { name: 'htmlfile', segment: 'htmlfile', answer: 'stream' },
  { name: 'iframe-htmlfile', segment: 'htmlfile', answer: 'stream' },
  { name: 'xhr-polling', segment: 'xhr', answer: 'poll' },
  { name: 'iframe-xhr-polling', segment: 'xhr', answer: 'poll' },
  { name: 'jsonp-polling', segment: 'jsonp', answer: 'poll' },
]

export function transportOfName(name: string): SockJsTransport | undefined {
  return SOCKJS_TRANSPORTS.find((transport) => transport.name === name)
}

/** The plain one where an `iframe-` one has the same URL: only the client knows. */
export function transportOfSegment(segment: string): SockJsTransport | undefined {
  return SOCKJS_TRANSPORTS.find((transport) => transport.segment === segment)
}

/** What the library would try after `transport`, all transports being allowed. */
export function transportsAfter(transport: string): readonly string[] {
  const names = SOCKJS_TRANSPORTS.map(({ name }) => name)
  return names.slice(names.indexOf(transport) + 1)
}

/** @param transport of a session, as `sockjs-xhr_streaming` */
export function answerOfSession(transport: string): SockJsAnswer | undefined {
  return transportOfSegment(transport.replace(/^sockjs-/, ''))?.answer
}
