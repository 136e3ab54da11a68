import type { TraceEvent, TraceEventOf } from '#trace'
import type { Claim } from './claim.ts'
import { after, all, causedBy, first, found, requestPath, textOf } from './find.ts'

type Events = readonly TraceEvent[]
type Requested = TraceEventOf<'http.requested'>
type Chunk = TraceEventOf<'http.chunk-sent'>
type WebSocketFrame = TraceEventOf<'websocket.frame-received' | 'websocket.frame-sent'>

const isTo =
  (end: string) =>
  (request: Requested): boolean =>
    requestPath(request).endsWith(end)

/** `/ws/000/a1000000` */
const sessionPathOf = ({ path }: Requested): string => path.slice(0, path.lastIndexOf('/'))

const requestOf = (events: Events, chunk: Chunk): Requested | null =>
  first(events, 'http.requested', ({ seq }) => seq === chunk.request)

/** How many messages a chunk brings to a SockJS client. */
const messagesIn = (events: Events, chunk: Chunk): number => {
  const frame = causedBy(events, chunk, 'sockjs.frame-sent')
  const text = frame === null ? '' : textOf(frame.frame)
  return text.startsWith('a') ? (JSON.parse(text.slice(1)) as unknown[]).length : 0
}

/** Deliveries to a client by requests of a kind. */
const deliveries = (events: Events, end: string): readonly Chunk[] =>
  all(events, 'http.chunk-sent', (chunk) => {
    const request = requestOf(events, chunk)
    return request !== null && isTo(end)(request) && messagesIn(events, chunk) > 0
  })

/** The second of two deliveries to one client, that the same request answers, or two. */
const secondDelivery = (events: Events, end: string, isInOneAnswer: boolean): Chunk | null => {
  const chunks = deliveries(events, end)
  return (
    chunks.find((chunk, index) =>
      chunks
        .slice(0, index)
        .some(({ session, request }) => session === chunk.session && (request === chunk.request) === isInOneAnswer),
    ) ?? null
  )
}

/** Octets of a short payload's frame that are not payload (RFC 6455 §5.2). */
const headOf = ({ octets, length }: WebSocketFrame): number | null =>
  octets === undefined || length > 125 ? null : atob(octets).length - length

export const CLAIMS: Readonly<Record<string, Claim>> = {
  'transport-race/poll-is-a-request-each': (events) => found(secondDelivery(events, '/xhr', false)),

  'transport-race/poll-carries-a-batch': (events) =>
    found(deliveries(events, '/xhr').find((chunk) => messagesIn(events, chunk) > 1)),

  'transport-race/poll-asks-even-then': (events) => {
    for (const beat of all(events, 'sockjs.frame-sent', ({ frame }) => textOf(frame) === 'h')) {
      const ended = first(after(events, beat), 'http.ended', ({ session }) => session === beat.session)
      const next = ended && first(after(events, ended), 'http.requested', isTo('/xhr'))
      if (next?.client === beat.client) return next.seq
    }
    return null
  },

  'transport-race/stream-is-one-request': (events) => found(secondDelivery(events, '/xhr_streaming', true)),

  'transport-race/stream-begins-with-filling': (events) =>
    found(first(events, 'http.chunk-sent', ({ chunk }) => textOf(chunk) === `${'h'.repeat(2048)}\n`)),

  'transport-race/eventsource-is-lines': (events) =>
    found(deliveries(events, '/eventsource').find(({ chunk }) => /^data: .*\r\n\r\n$/.test(textOf(chunk)))),

  'transport-race/eventsource-cannot-speak': (events) => {
    for (const request of all(events, 'http.requested', isTo('/eventsource'))) {
      const sent = first(
        after(events, request),
        'http.requested',
        (other) => isTo('/xhr_send')(other) && sessionPathOf(other) === sessionPathOf(request),
      )
      if (sent !== null) return sent.seq
    }
    return null
  },

  'transport-race/up-is-a-request-each': (events) => {
    const sends = all(events, 'http.requested', isTo('/xhr_send'))
    return found(
      sends.find((send, index) =>
        sends
          .slice(0, index)
          .some(
            (earlier) =>
              earlier.session === send.session &&
              earlier.headers.map(([name]) => name).join() === send.headers.map(([name]) => name).join(),
          ),
      ),
    )
  },

  'transport-race/server-adds-two-octets': (events) =>
    found(first(events, 'websocket.frame-sent', (sent) => headOf(sent) === 2)),

  'transport-race/client-adds-six-octets': (events) =>
    found(first(events, 'websocket.frame-received', (received) => headOf(received) === 6)),
}
