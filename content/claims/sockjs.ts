import type { TraceEvent, TraceEventOf } from '#trace'
import type { Claim } from './claim.ts'
import { after, all, causedBy, first, firstFrom, found, httpHeaderOf, isFrame, requestPath, textOf } from './find.ts'

type Events = readonly TraceEvent[]
type Requested = TraceEventOf<'http.requested'>
type Responded = TraceEventOf<'http.responded'>

const endsWith =
  (end: string) =>
  (request: Requested): boolean =>
    requestPath(request).endsWith(end)

const sockJsFrame =
  (start: string) =>
  ({ frame }: TraceEventOf<'sockjs.frame-sent'>): boolean =>
    textOf(frame).startsWith(start)

/** That a request of a kind is answered so. */
const isAnswered =
  (isWanted: (request: Requested) => boolean, isAnswer: (response: Responded) => boolean): Claim =>
  (events) =>
    found(firstFrom(events, 'http.requested', isWanted, 'http.responded', isAnswer))

/** The chunks that answer a request and carry messages. */
const deliveriesIn = (events: Events, request: Requested): readonly TraceEventOf<'http.chunk-sent'>[] =>
  all(
    events,
    'http.chunk-sent',
    (chunk) => chunk.request === request.seq && causedBy(events, chunk, 'sockjs.frame-sent', sockJsFrame('a')) !== null,
  )

const endOf = (events: Events, request: Requested): TraceEventOf<'http.ended'> | null =>
  first(events, 'http.ended', (ended) => ended.request === request.seq)

/** The next request for the same address. */
const repetitionOf = (events: Events, request: Requested): Requested | null =>
  first(after(events, request), 'http.requested', (other) => requestPath(other) === requestPath(request))

/** A quiet SockJS session is told so after so long (spring.md 5.7). */
const QUIET = 25_000

export const CLAIMS: Readonly<Record<string, Claim>> = {
  'sockjs/info-first': (events) => {
    const served = firstFrom(events, 'http.requested', endsWith('/info'), 'sockjs.info-served')
    if (served === null) return null
    return found(first(after(events, served), 'sockjs.session-opened', ({ client }) => client === served.client))
  },

  'sockjs/session-url': (events) =>
    found(
      first(events, 'sockjs.session-opened', (opened) => {
        const request = causedBy(events, opened, 'http.requested')
        return request !== null && requestPath(request).includes(`/${opened.serverId}/${opened.sessionId}/`)
      }),
    ),

  'sockjs/open-frame': (events) =>
    found(firstFrom(events, 'sockjs.session-opened', () => true, 'sockjs.frame-sent', sockJsFrame('o'))),

  'sockjs/messages-in-an-array': (events) =>
    found(firstFrom(events, 'stomp.frame-encoded', () => true, 'sockjs.frame-sent', sockJsFrame('a['))),

  'sockjs/stomp-inside': (events) =>
    found(
      firstFrom(
        events,
        'sockjs.messages-received',
        ({ raw }) => textOf(raw).startsWith('["CONNECT'),
        'stomp.frame-decoded',
        isFrame('CONNECT'),
      ),
    ),

  'sockjs/h-after-25-seconds': (events) => {
    for (const beat of all(events, 'sockjs.frame-sent', sockJsFrame('h'))) {
      const before = all(events, 'sockjs.frame-sent', (sent) => sent.seq < beat.seq && sent.session === beat.session)
      const last = before.at(-1)
      if (last && beat.at - last.at >= QUIET) return beat.seq
    }
    return null
  },

  'sockjs/stomp-heart-beat-replaces-h': (events) => {
    for (const beat of all(events, 'heartbeat.sent', ({ layer }) => layer === 'stomp')) {
      const isOfSession = ({ session, at }: TraceEvent) => session === beat.session && at <= beat.at
      const opened = first(events, 'sockjs.session-opened', isOfSession)
      const isBeaten =
        first(events, 'sockjs.frame-sent', (sent) => sockJsFrame('h')(sent) && isOfSession(sent)) !== null
      if (opened !== null && beat.at - opened.at > QUIET && !isBeaten) return beat.seq
    }
    return null
  },

  'sockjs/streaming-is-one-response': (events) => {
    for (const request of all(events, 'http.requested', endsWith('/xhr_streaming'))) {
      const [, second] = deliveriesIn(events, request)
      if (second) return second.seq
    }
    return null
  },

  'sockjs/polling-asks-again': (events) => {
    for (const request of all(events, 'http.requested', endsWith('/xhr'))) {
      const [delivery] = deliveriesIn(events, request)
      const ended = endOf(events, request)
      const next = repetitionOf(events, request)
      if (delivery && ended && next && next.seq > ended.seq) return next.seq
    }
    return null
  },

  'sockjs/upwards-is-a-post': isAnswered(
    (request) => request.method === 'POST' && endsWith('/xhr_send')(request),
    ({ status, body }) => status === 204 && textOf(body) === '',
  ),

  'sockjs/same-route-above': (events) => {
    const ways = new Set<string | undefined>()
    for (const invoked of all(events, 'controller.invoked', ({ mapping }) => mapping === '/hello')) {
      const opened = first(events, 'websocket.opened', ({ session }) => session === invoked.session)
      ways.add(opened?.transport)
      if (ways.size > 1) return invoked.seq
    }
    return null
  },

  'sockjs/stream-is-renewed': (events) => {
    for (const request of all(events, 'http.requested', endsWith('/xhr_streaming'))) {
      const ended = endOf(events, request)
      const next = repetitionOf(events, request)
      if (ended && !ended.aborted && next && next.seq > ended.seq) return next.seq
    }
    return null
  },

  'sockjs/foreign-origin-is-refused': isAnswered(endsWith('/info'), ({ status }) => status === 403),

  'sockjs/no-ladder-without-info': (events) => {
    for (const refused of all(events, 'http.responded', ({ status }) => status !== 200)) {
      const request = causedBy(events, refused, 'http.requested', endsWith('/info'))
      if (request === null || request.client === null) continue
      const next = first(
        after(events, refused),
        'client.reported',
        ({ client, report }) => client === request.client && (report === 'transport-tried' || report === 'closed'),
      )
      if (next?.report === 'closed' && next.code === 1002) return next.seq
    }
    return null
  },

  'sockjs/origin-is-echoed': (events) =>
    found(
      first(events, 'http.responded', (response) => {
        const request = causedBy(events, response, 'http.requested', endsWith('/info'))
        const origin = request === null ? undefined : httpHeaderOf(request.headers, 'origin')
        return (
          origin !== undefined &&
          httpHeaderOf(response.headers, 'access-control-allow-origin') === origin &&
          httpHeaderOf(response.headers, 'access-control-allow-credentials') === 'true'
        )
      }),
    ),

  'sockjs/star-is-an-error': isAnswered(
    (request) => endsWith('/star/info')(request) && httpHeaderOf(request.headers, 'origin') !== undefined,
    ({ status }) => status === 500,
  ),

  'sockjs/endpoint-itself-is-no-socket': isAnswered(
    (request) => endsWith('/sockjs-only')(request) && httpHeaderOf(request.headers, 'upgrade') !== undefined,
    ({ status }) => status === 400,
  ),

  'sockjs/raw-entry': (events) =>
    found(
      first(
        events,
        'stomp.frame-encoded',
        (encoded) =>
          isFrame('CONNECTED')(encoded) &&
          first(
            events,
            'websocket.opened',
            (opened) =>
              opened.session === encoded.session &&
              opened.transport === 'websocket' &&
              causedBy(events, opened, 'http.requested', endsWith('/sockjs-only/websocket')) !== null,
          ) !== null,
      ),
    ),

  'sockjs/framed-entry': (events) => {
    for (const received of all(events, 'sockjs.messages-received', ({ raw }) => !textOf(raw).startsWith('['))) {
      const closed = first(
        after(events, received),
        'sockjs.session-closed',
        ({ session }) => session === received.session,
      )
      if (closed?.code === 1007) return closed.seq
    }
    return null
  },

  'sockjs/unknown-session': isAnswered(endsWith('/xhr_send'), ({ status }) => status === 404),

  'sockjs/session-expires': (events) =>
    found(first(events, 'sockjs.session-closed', ({ why }) => why === 'disconnect-delay')),

  'sockjs/iframe-only-for-own-site': (events) => {
    const missing = isAnswered(endsWith('/ws/iframe.html'), ({ status }) => status === 404)(events)
    const framed = isAnswered(
      endsWith('/sockjs-only/iframe.html'),
      (response) => httpHeaderOf(response.headers, 'x-frame-options') === 'SAMEORIGIN',
    )(events)
    return missing === null || framed === null ? null : Math.max(missing, framed)
  },
}
