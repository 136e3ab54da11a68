import type { TraceEvent, TraceEventOf } from '#trace'
import type { Claim } from './claim.ts'
import { after, all, causedBy, first, firstFrom, found } from './find.ts'

/** Milliseconds that nginx waits for its application: `proxy_read_timeout`. */
const MINUTE = 60_000

const isOnTheWire = ({ type }: TraceEvent): boolean =>
  type === 'websocket.frame-received' || type === 'websocket.frame-sent'

const isOfClient =
  (client: string | null) =>
  (event: TraceEvent): boolean =>
    event.client === client

/** What a client says of its transports after an event, until one is open or it is closed. */
const firstEnd = (events: readonly TraceEvent[], { seq, client }: TraceEvent): TraceEventOf<'client.reported'> | null =>
  first(
    after(events, { seq }),
    'client.reported',
    (report) =>
      isOfClient(client)(report) && ['transport-failed', 'transport-opened', 'closed'].includes(report.report),
  )

const isBuffer = ({ fault }: { readonly fault: string }): boolean => fault === 'buffer-streaming'

export const CLAIMS: Readonly<Record<string, Claim>> = {
  'proxies-and-tls/stripped-upgrade-is-a-plain-get': (events) => {
    for (const struck of all(events, 'fault.struck', ({ fault }) => fault === 'block-upgrade')) {
      const request = first(after(events, struck), 'http.requested', isOfClient(struck.client))
      const isBare = request?.headers.every(([name]) => name.toLowerCase() !== 'upgrade')
      const answer =
        request === null || !isBare
          ? null
          : firstFrom(events, 'http.requested', ({ seq }) => seq === request.seq, 'http.responded')
      if (answer?.status === 400) return answer.seq
    }
    return null
  },

  'proxies-and-tls/sockjs-goes-on': (events) => {
    for (const failed of all(events, 'client.reported', ({ report }) => report === 'transport-failed')) {
      const next = firstEnd(events, failed)
      const isRescued = next?.report === 'transport-opened' && next.transport === 'xhr-streaming'
      if (failed.report === 'transport-failed' && failed.transport === 'websocket' && isRescued) return next.seq
    }
    return null
  },

  'proxies-and-tls/silence-is-silent': (events) => {
    const lastOf = new Map<string | null, TraceEvent>()
    for (const event of events.filter(isOnTheWire)) {
      const last = lastOf.get(event.session)
      if (last && event.at - last.at >= MINUTE) return event.seq
      lastOf.set(event.session, event)
    }
    return null
  },

  'proxies-and-tls/server-beats': (events) => {
    for (const beat of all(events, 'heartbeat.sent', ({ layer }) => layer === 'stomp')) {
      const sent = first(after(events, beat), 'websocket.frame-sent', ({ session }) => session === beat.session)
      if (sent?.length === 1) return sent.seq
    }
    return null
  },

  'proxies-and-tls/client-beats': (events) =>
    found(
      firstFrom(
        events,
        'websocket.frame-received',
        ({ length }) => length === 1,
        'heartbeat.received',
        ({ layer }) => layer === 'stomp',
      ),
    ),

  'proxies-and-tls/missed-beats-end-it': (events) => {
    for (const missed of all(events, 'heartbeat.missed', ({ layer }) => layer === 'stomp')) {
      const closed = first(after(events, missed), 'websocket.closed', isOfClient(missed.client))
      if (closed !== null) return closed.seq
    }
    return null
  },

  'proxies-and-tls/buffered-stream-is-silent': (events) => {
    for (const sent of all(events, 'http.chunk-sent')) {
      const held = first(
        events,
        'fault.struck',
        (struck) => isBuffer(struck) && struck.client === sent.client && struck.seq < sent.seq,
      )
      const isOpening = causedBy(events, sent, 'sockjs.session-opened') !== null
      const next = held !== null && isOpening ? firstEnd(events, sent) : null
      if (next?.report === 'transport-failed') return next.seq
    }
    return null
  },

  'proxies-and-tls/websocket-passes-a-buffer': (events) => {
    for (const on of all(events, 'fault.changed', (changed) => isBuffer(changed) && changed.after !== null)) {
      const sent = first(after(events, on), 'websocket.frame-sent')
      const off = first(after(events, on), 'fault.changed', isBuffer)
      if (sent !== null && (off === null || off.seq > sent.seq)) return sent.seq
    }
    return null
  },
}
