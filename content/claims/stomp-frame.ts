import type { TraceEventOf } from '#trace'
import type { Claim } from './claim.ts'
import {
  after,
  all,
  causedBy,
  first,
  firstFrom,
  firstTakenByNobody,
  found,
  headerOf,
  isFrame,
  isOfSession,
  textOf,
} from './find.ts'
import { leadsTo } from './leads-to.ts'

type Decoded = TraceEventOf<'stomp.frame-decoded'>

const NOT_TERMINATED = 'Frame must be terminated with a null octet'

const hasHeader = (frame: Decoded['frame'], name: string): boolean => headerOf(frame.headers, name) !== undefined

/** What the decoder could not read, by the beginning of Spring's text. */
const isFailure =
  (beginning: string) =>
  ({ message }: TraceEventOf<'stomp.decode-failed'>): boolean =>
    message.startsWith(beginning)

/** What cannot be decoded is answered with an ERROR. */
const isAnsweredWithError =
  (isCase: (failed: TraceEventOf<'stomp.decode-failed'>) => boolean): Claim =>
  (events) =>
    found(firstFrom(events, 'stomp.decode-failed', isCase, 'stomp.frame-encoded', isFrame('ERROR')))

/** A header line of a decoded frame whose value has a colon, and how many octets stood for the value. */
const hasColonInValue =
  (isLength: (octets: number, characters: number) => boolean) =>
  ({ frame }: Decoded): boolean =>
    frame.spans.some(({ part, index = -1, start, end }) => {
      const value = part === 'header-value' ? frame.headers[index]?.[1] : undefined
      return value?.includes(':') === true && isLength(end - start, value.length)
    })

export const CLAIMS: Readonly<Record<string, Claim>> = {
  'stomp-frame/sub-protocol-is-chosen': (events) =>
    found(first(events, 'handshake.decided', ({ subProtocol }) => subProtocol?.endsWith('.stomp') ?? false)),

  'stomp-frame/connect-is-answered': leadsTo(isFrame('CONNECT'), 'stomp.frame-encoded', isFrame('CONNECTED')),

  'stomp-frame/version-is-chosen': (events) =>
    found(
      first(events, 'stomp.frame-encoded', (encoded) => {
        const connect = causedBy(events, encoded, 'stomp.frame-decoded')?.frame
        const version = headerOf(encoded.frame.headers, 'version')
        const offered = headerOf(connect?.headers ?? [], 'accept-version')?.split(',') ?? []
        return isFrame('CONNECTED')(encoded) && version !== undefined && offered.includes(version)
      }),
    ),

  'stomp-frame/early-is-refused': leadsTo(
    () => true,
    'stomp.frame-encoded',
    (encoded) =>
      isFrame('ERROR')(encoded) &&
      (headerOf(encoded.frame.headers, 'message')?.startsWith('Unknown session: ') ?? false),
  ),

  'stomp-frame/error-closes': (events) => {
    for (const error of all(events, 'stomp.frame-encoded', isFrame('ERROR'))) {
      const closed = first(after(events, error), 'websocket.closed', isOfSession(error.session))
      if (closed?.by === 'server' && closed.code === 1002) return closed.seq
    }
    return null
  },

  'stomp-frame/unknown-version-is-silence': leadsTo(
    isFrame('CONNECT'),
    'handler.left',
    ({ outcome }) => outcome.kind === 'ignored' && outcome.reason === 'unsupported-version',
  ),

  'stomp-frame/login-is-ignored': leadsTo(
    ({ frame }) => frame.command === 'CONNECT' && hasHeader(frame, 'login'),
    'event.published',
    ({ event, user }) => event === 'SessionConnectedEvent' && user === null,
  ),

  'stomp-frame/waits-for-nul': (events) => found(first(events, 'stomp.decode-incomplete')),

  'stomp-frame/nul-completes': (events) => {
    for (const incomplete of all(events, 'stomp.decode-incomplete')) {
      const next = first(after(events, incomplete), 'stomp.frame-decoded', isOfSession(incomplete.session))
      if (next && causedBy(events, next, 'websocket.frame-received')?.length === 1) return next.seq
    }
    return null
  },

  'stomp-frame/length-counts-octets': (events) =>
    found(
      first(
        events,
        'stomp.frame-decoded',
        (decoded) =>
          headerOf(decoded.frame.headers, 'content-length') === String(decoded.frame.bodyLength) &&
          [...textOf(decoded.frame.body)].length < decoded.frame.bodyLength,
      ),
    ),

  'stomp-frame/short-length-is-error': isAnsweredWithError(isFailure(NOT_TERMINATED)),

  'stomp-frame/long-length-swallows': (events) => {
    for (const incomplete of all(events, 'stomp.decode-incomplete')) {
      const rest = after(events, incomplete)
      const failed = first(rest, 'stomp.decode-failed', isOfSession(incomplete.session))
      const decoded = first(rest, 'stomp.frame-decoded', isOfSession(incomplete.session))
      if (failed && isFailure(NOT_TERMINATED)(failed) && (decoded === null || decoded.seq > failed.seq))
        return failed.seq
    }
    return null
  },

  'stomp-frame/nul-travels-with-length': (events) =>
    found(
      first(
        events,
        'stomp.frame-decoded',
        (decoded) => hasHeader(decoded.frame, 'content-length') && textOf(decoded.frame.body).includes('\0'),
      ),
    ),

  'stomp-frame/nul-cuts-without-length': (events) =>
    found(
      first(
        events,
        'stomp.decode-incomplete',
        ({ cause }) =>
          first(
            events,
            'stomp.frame-decoded',
            (decoded) =>
              decoded.cause === cause &&
              decoded.frame.command === 'SEND' &&
              !hasHeader(decoded.frame, 'content-length'),
          ) !== null,
      ),
    ),

  'stomp-frame/colon-in-value': (events) =>
    found(
      first(
        events,
        'stomp.frame-decoded',
        hasColonInValue((octets, characters) => octets === characters),
      ),
    ),

  'stomp-frame/escaped-colon': (events) =>
    found(
      first(
        events,
        'stomp.frame-decoded',
        hasColonInValue((octets, characters) => octets > characters),
      ),
    ),

  'stomp-frame/first-header-wins': (events) =>
    found(
      first(events, 'channel.sent', (sent) => {
        if (sent.station !== 'clientInboundChannel') return false
        const headers = causedBy(events, sent, 'stomp.frame-decoded')?.frame.headers ?? []
        const destinations = headers.flatMap(([name, value]) => (name === 'destination' ? [value] : []))
        return destinations.length > 1 && sent.message.headers.simpDestination === destinations[0]
      }),
    ),

  'stomp-frame/subscribe-has-no-body': isAnsweredWithError(isFailure("SUBSCRIBE shouldn't have a payload")),

  'stomp-frame/unknown-command-is-error': isAnsweredWithError(isFailure('No enum constant')),

  'stomp-frame/send-gets-no-receipt': (events) => {
    const isAsking = ({ frame }: Decoded): boolean => frame.command === 'SEND' && hasHeader(frame, 'receipt')
    for (const asking of all(events, 'stomp.frame-decoded', isAsking)) {
      const rest = after(events, asking)
      const next = first(rest, 'stomp.frame-decoded', isOfSession(asking.session))
      const isOwnReceipt = isFrame('RECEIPT', { 'receipt-id': headerOf(asking.frame.headers, 'receipt') ?? '' })
      const receipt = first(
        rest,
        'stomp.frame-encoded',
        (sent) => isOfSession(asking.session)(sent) && isOwnReceipt(sent),
      )
      if (next !== null && receipt === null) return next.seq
    }
    return null
  },

  'stomp-frame/disconnect-gets-receipt': leadsTo(isFrame('DISCONNECT'), 'stomp.frame-encoded', isFrame('RECEIPT')),

  'stomp-frame/disconnect-without-receipt': leadsTo(
    ({ frame }) => frame.command === 'DISCONNECT' && !hasHeader(frame, 'receipt'),
    'stomp.frame-encoded',
    isFrame('ERROR', { message: 'Session closed.' }),
  ),

  'stomp-frame/message-has-no-ack': (events) => {
    for (const subscribe of all(events, 'stomp.frame-decoded', isFrame('SUBSCRIBE', { ack: 'client' }))) {
      const subscription = headerOf(subscribe.frame.headers, 'id') ?? ''
      const message = first(
        after(events, subscribe),
        'stomp.frame-encoded',
        (sent) => isOfSession(subscribe.session)(sent) && isFrame('MESSAGE', { subscription })(sent),
      )
      if (message && !hasHeader(message.frame, 'ack')) return message.seq
    }
    return null
  },

  'stomp-frame/ack-is-ignored': (events) =>
    found(
      firstTakenByNobody(
        events,
        ({ station, message }) => station === 'clientInboundChannel' && message.headers.stompCommand === 'ACK',
      ),
    ),

  'stomp-frame/three-make-one': (events) => {
    const waits = new Map<string | null, number>()
    for (const { type, session, seq } of events) {
      const waited = waits.get(session) ?? 0
      if (type === 'stomp.decode-incomplete') waits.set(session, waited + 1)
      if (type === 'stomp.frame-decoded' && waited >= 2) return seq
      if (type === 'stomp.frame-decoded') waits.delete(session)
    }
    return null
  },

  'stomp-frame/two-in-one': (events) => {
    const causes = new Set<number | null>()
    return found(
      first(events, 'stomp.frame-decoded', ({ cause }) => {
        if (causes.has(cause)) return true
        causes.add(cause)
        return false
      }),
    )
  },

  'stomp-frame/line-feed-is-heart-beat': (events) =>
    found(first(events, 'stomp.frame-decoded', ({ frame }) => frame.command === 'HEARTBEAT' && frame.length === 1)),
}
