import type { TraceEvent, TraceEventOf } from '#trace'
import type { Claim } from './claim.ts'
import { after, all, causedBy, first, firstFrom, found, isFrame, isOfSession, textOf } from './find.ts'

type Closed = TraceEventOf<'websocket.closed'>
type Received = TraceEventOf<'websocket.frame-received'>

/** Octets: what Tomcat takes in one text message under Spring (`MINIMUM_WEBSOCKET_MESSAGE_SIZE`). */
const CONTAINER_LIMIT = 16_640

/** Octets of a Close frame's code (RFC 6455 §5.5.1). */
const CODE_LENGTH = 2

/** Among the three reserved bits of a frame (RFC 7692 §6). */
const RSV1 = 0b100

const encoder = new TextEncoder()

const isCloseFrame = ({ opcode }: Pick<Received, 'opcode'>): boolean => opcode === 'close'

/** Whether the seven bits of a frame's length have that value (RFC 6455 §5.2), and the length is one that needs it. */
const isLengthField =
  (value: 126 | 127) =>
  ({ octets, length }: Received): boolean =>
    octets !== undefined &&
    (atob(octets.slice(0, 4)).charCodeAt(1) & 0x7f) === value &&
    length > (value === 126 ? 125 : 0xffff)

/** The client ends a connection, with a Close frame. */
const closesByClient =
  (isFrameOfIt: (close: Received) => boolean, isCode: (code: number) => boolean): Claim =>
  (events) =>
    found(
      firstFrom(
        events,
        'websocket.frame-received',
        (frame) => isCloseFrame(frame) && isFrameOfIt(frame),
        'websocket.closed',
        ({ by, clean, code }) => by === 'client' && clean && isCode(code),
      ),
    )

/** Connections that ended without a Close frame in either direction. */
const torn = (events: readonly TraceEvent[]): readonly Closed[] =>
  all(
    events,
    'websocket.closed',
    (closed) =>
      closed.code === 1006 &&
      first(events, 'websocket.frame-received', (f) => isOfSession(closed.session)(f) && isCloseFrame(f)) === null &&
      first(events, 'websocket.frame-sent', (f) => isOfSession(closed.session)(f) && isCloseFrame(f)) === null,
  )

/** The server ends a connection, with a Close frame. */
const closesByServer =
  (code: number, isCase: (events: readonly TraceEvent[], closed: Closed) => boolean): Claim =>
  (events) =>
    found(
      first(
        events,
        'websocket.closed',
        (closed) => closed.by === 'server' && closed.code === code && isCase(events, closed),
      ),
    )

/** Whether a client's message has begun before an event and goes on after it (RFC 6455 §5.4). */
const isWithinMessage = (events: readonly TraceEvent[], event: TraceEvent): boolean => {
  const ofMessages = all(
    events,
    'websocket.frame-received',
    (frame) => isOfSession(event.session)(frame) && frame.seq < event.seq && isOfMessage(frame),
  )
  return ofMessages.at(-1)?.frame?.fin === false
}

const isOfMessage = ({ opcode }: Received): boolean =>
  opcode === 'text' || opcode === 'binary' || opcode === 'continuation'

const errorOf = (events: readonly TraceEvent[], { session }: Closed): TraceEventOf<'stomp.frame-encoded'> | null =>
  first(events, 'stomp.frame-encoded', (encoded) => isOfSession(session)(encoded) && isFrame('ERROR')(encoded))

export const CLAIMS: Readonly<Record<string, Claim>> = {
  'websocket-frames/message-is-text': (events) =>
    found(firstFrom(events, 'websocket.frame-received', ({ opcode }) => opcode === 'text', 'stomp.frame-decoded')),

  'websocket-frames/length-in-octets': (events) =>
    found(
      first(events, 'stomp.frame-decoded', (decoded) => {
        const { body, bodyLength, length } = decoded.frame
        const message = causedBy(events, decoded, 'websocket.frame-received')
        return message?.length === length && [...textOf(body)].length < bodyLength
      }),
    ),

  'websocket-frames/client-masks': (events) =>
    found(first(events, 'websocket.frame-received', ({ frame }) => frame?.mask === true && frame.maskingKey !== null)),

  'websocket-frames/server-does-not-mask': (events) =>
    found(first(events, 'websocket.frame-sent', ({ frame }) => frame !== undefined && !frame.mask)),

  'websocket-frames/long-length': (events) => found(first(events, 'websocket.frame-received', isLengthField(126))),

  'websocket-frames/longest-length': (events) => found(first(events, 'websocket.frame-received', isLengthField(127))),

  'websocket-frames/pieces-are-one-message': (events) =>
    found(
      first(events, 'stomp.frame-decoded', (decoded) => {
        const last = causedBy(events, decoded, 'websocket.frame-received')
        return last?.opcode === 'continuation' && last.frame?.fin === true && isWithinMessage(events, last)
      }),
    ),

  'websocket-frames/ping-between-pieces': (events) =>
    found(
      first(
        events,
        'websocket.frame-sent',
        (pong) =>
          pong.opcode === 'pong' &&
          causedBy(events, pong, 'websocket.frame-received', ({ opcode }) => opcode === 'ping') !== null &&
          isWithinMessage(events, pong),
      ),
    ),

  'websocket-frames/unmasked-is-1002': closesByServer(
    1002,
    (events, closed) =>
      errorOf(events, closed) === null &&
      first(
        events,
        'websocket.frame-received',
        (received) => isOfSession(closed.session)(received) && received.refused === 'mask' && !received.frame?.mask,
      ) !== null,
  ),

  'websocket-frames/compressed-is-marked': (events) =>
    found(first(events, 'websocket.frame-received', ({ frame }) => ((frame?.rsv ?? 0) & RSV1) !== 0)),

  'websocket-frames/compressed-is-smaller': (events) =>
    found(
      first(events, 'websocket.frame-received', ({ inflated, length }) => inflated !== undefined && length < inflated),
    ),

  'websocket-frames/compressed-is-larger': (events) =>
    found(
      first(events, 'websocket.frame-received', ({ inflated, length }) => inflated !== undefined && length > inflated),
    ),

  'websocket-frames/nobody-sent-1006': (events) => found(torn(events)[0] ?? null),

  'websocket-frames/client-says-1006': (events) => {
    for (const closed of torn(events)) {
      const report = first(
        after(events, closed),
        'client.reported',
        (said) => said.client === closed.client && said.report === 'closed' && said.code === 1006,
      )
      if (report) return report.seq
    }
    return null
  },

  'websocket-frames/close-is-a-frame': closesByClient(
    () => true,
    (code) => code === 1000,
  ),

  'websocket-frames/close-payload': (events) =>
    found(
      first(events, 'websocket.closed', (closed) => {
        const frame = causedBy(events, closed, 'websocket.frame-received', isCloseFrame)
        return closed.reason !== '' && frame?.length === CODE_LENGTH + encoder.encode(closed.reason).length
      }),
    ),

  'websocket-frames/own-code-arrives': closesByClient(
    () => true,
    (code) => code >= 3000 && code < 5000,
  ),

  'websocket-frames/no-code-is-1000': closesByClient(
    ({ length }) => length === 0,
    (code) => code === 1000,
  ),

  'websocket-frames/error-then-1002': closesByServer(1002, (events, closed) => errorOf(events, closed) !== null),

  'websocket-frames/silence-is-4500': closesByServer(
    4500,
    (events, { session }) => first(events, 'websocket.frame-received', isOfSession(session)) === null,
  ),

  'websocket-frames/too-big-is-1009': closesByServer(1009, (events, closed) => errorOf(events, closed) === null),

  'websocket-frames/binary-is-read': (events) =>
    found(
      firstFrom(
        events,
        'websocket.frame-received',
        ({ opcode }) => opcode === 'binary',
        'stomp.frame-decoded',
        ({ frame }) => frame.command !== 'HEARTBEAT',
      ),
    ),

  'websocket-frames/sockjs-takes-no-binary': closesByServer(
    1003,
    (events, { session }) =>
      first(events, 'websocket.opened', (o) => isOfSession(session)(o) && o.transport.startsWith('sockjs-')) !== null &&
      first(events, 'websocket.frame-received', (f) => isOfSession(session)(f) && f.opcode === 'binary') !== null,
  ),

  'websocket-frames/parts-get-through': (events) =>
    found(first(events, 'stomp.frame-decoded', ({ frame }) => frame.length > CONTAINER_LIMIT)),
}
