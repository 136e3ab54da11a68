import { base64 } from '../http/base64.ts'
import type { TraceFact, TraceFactOf, UnreadFact, UnreadFactOf } from '../trace/index.ts'
import { COMPRESSED, deflateMessage } from '../websocket/permessage-deflate.ts'
import type { WebSocketRefusal } from '../websocket/websocket-connection.ts'
import { payloadOf, type WebSocketFrame } from '../websocket/websocket-frame.ts'
import { WebSocketFrameDecoder } from '../websocket/websocket-frame-decoder.ts'
import { encodeWebSocketFrame, type WebSocketFrameContent } from '../websocket/websocket-frame-encoder.ts'
import { octetsOf, type WebSocketMessage } from '../websocket/websocket-message.ts'
import { areCompressed, canBeRedacted, headOf, redactFrame, redactPayload, withPayload } from './redact-frame.ts'
import { PAYLOAD_LIMIT } from './traced-payload.ts'
import { UnreadEncoding } from './unread-facts.ts'

type Direction = 'websocket.frame-received' | 'websocket.frame-sent'

const STATION = 'webSocketSession'

/** What is known of a frame beside its octets. */
type Remarks = Pick<TraceFactOf<'websocket.frame-received'>, 'inflated' | 'refused' | 'redacted'>

const NOTHING: Remarks = {}

const tracedFrame = <T extends Direction>(
  type: T,
  { frame, redacted }: ReturnType<typeof redactFrame>,
  remarks: Remarks,
): TraceFactOf<T> => {
  const { fin, rsv, opcode, maskingKey, payloadLength, headLength, octets, segments } = frame
  const fact = {
    type,
    station: STATION,
    opcode,
    length: payloadLength,
    frame: { fin, rsv, mask: maskingKey !== null, maskingKey: maskingKey && base64(maskingKey) },
    octets: base64(octets.subarray(0, headLength + PAYLOAD_LIMIT)),
    segments,
    ...(redacted && { redacted }),
    ...remarks,
  }
  return fact as TraceFactOf<T>
}

/** A frame as the wire tap saw it. */
class UnreadTappedFrame implements UnreadFactOf<'websocket.frame-received'> {
  readonly #frame: WebSocketFrame
  readonly #remarks: Remarks

  constructor(frame: WebSocketFrame, remarks: Remarks) {
    this.#frame = frame
    this.#remarks = remarks
  }

  get type(): 'websocket.frame-received' {
    return 'websocket.frame-received'
  }

  get station(): typeof STATION {
    return STATION
  }

  get octets(): number {
    return this.#frame.octets.length
  }

  read(): TraceFactOf<'websocket.frame-received'> {
    return tracedFrame(this.type, redactFrame(this.#frame), this.#remarks)
  }
}

export const frameReceived = (
  frame: WebSocketFrame,
  remarks: Remarks = NOTHING,
): UnreadFactOf<'websocket.frame-received'> => new UnreadTappedFrame(frame, remarks)

/** As far back a secret that goes on in the next frame is looked for; octets. */
const LOOKED_BACK = 4096

const NO_OCTETS = new Uint8Array()

/** The frames of a message, told one after the other: a secret may begin in one and go on in the next. */
export class FragmentedMessage {
  /** What was told of it carries, at its end. */
  #carried = NO_OCTETS

  /** Nothing of it was told. */
  get isNew(): boolean {
    return this.#carried.length === 0
  }

  next(frame: WebSocketFrame): TraceFactOf<'websocket.frame-received'> | UnreadFactOf<'websocket.frame-received'> {
    const before = this.#carried
    if (frame.fin && this.isNew) return frameReceived(frame)
    const payload = payloadOf(frame)
    this.#carried = Uint8Array.of(...before, ...payload).slice(-LOOKED_BACK)
    return tracedFrame('websocket.frame-received', redactFrame(frame, before), NOTHING)
  }
}

/** The frames that one message came in, in order. */
export const framesReceived = (
  message: WebSocketMessage,
  frames: readonly WebSocketFrame[],
  begun: FragmentedMessage,
): readonly (TraceFactOf<'websocket.frame-received'> | UnreadFactOf<'websocket.frame-received'>)[] => {
  if (!areCompressed(frames)) return frames.map((frame) => begun.next(frame))
  const payload = octetsOf(message)
  const open = redactPayload(payload)
  const told = open === null ? frames : withPayload(frames, open)
  const redacted = open === null ? NOTHING : ({ redacted: true } as const)
  return told.map((frame, index) =>
    frameReceived(frame, { ...redacted, ...(index === told.length - 1 && { inflated: payload.length }) }),
  )
}

/** Frames that no message was made of; the last broke a rule. */
export const framesRefused = (
  { rule, frames }: WebSocketRefusal,
  begun: FragmentedMessage,
): readonly UnreadFactOf<'websocket.frame-received'>[] => {
  const readable = begun.isNew && canBeRedacted(frames)
  return frames.map((frame, index) =>
    frameReceived(readable ? frame : headOf(frame), {
      ...(!readable && { redacted: true }),
      ...(index === frames.length - 1 && { refused: rule }),
    }),
  )
}

/** A message for a client, which leaves in one frame, unmasked (RFC 6455 §5.1). There are very many of these. */
class UnreadWrittenMessage implements UnreadFactOf<'websocket.frame-sent'> {
  /** Where a STOMP frame is the whole message, what keeps that anyway. */
  readonly #kept: WebSocketMessage | UnreadEncoding
  readonly #opcode: WebSocketMessage['kind']
  readonly octets: number

  constructor(kept: WebSocketMessage | UnreadEncoding, opcode: WebSocketMessage['kind'], octets: number) {
    this.#kept = kept
    this.#opcode = opcode
    this.octets = octets
  }

  get type(): 'websocket.frame-sent' {
    return 'websocket.frame-sent'
  }

  get station(): typeof STATION {
    return STATION
  }

  read(): TraceFactOf<'websocket.frame-sent'> {
    return sentAs({ opcode: this.#opcode, payload: octetsOf(this.#message) })
  }

  get #message(): WebSocketMessage {
    if (!(this.#kept instanceof UnreadEncoding)) return this.#kept
    const { octets, text } = this.#kept.encodeAgain()
    return this.#opcode === 'binary' ? { kind: 'binary', octets } : { kind: 'text', text }
  }
}

/**
 * @param octets of the payload; of one that is cut, no more may be kept than is told
 * @param origin the fact that the message came out of
 */
export const messageSent = (
  message: WebSocketMessage,
  octets: number,
  origin: TraceFact | UnreadFact | undefined,
): TraceFactOf<'websocket.frame-sent'> | UnreadFactOf<'websocket.frame-sent'> => {
  const fact = new UnreadWrittenMessage(origin instanceof UnreadEncoding ? origin : message, message.kind, octets)
  return octets > PAYLOAD_LIMIT ? fact.read() : fact
}

/** A control frame of the server. */
export const controlSent = (
  opcode: 'close' | 'ping' | 'pong',
  payload: Uint8Array,
): TraceFactOf<'websocket.frame-sent'> => sentAs({ opcode, payload })

/** A message for a client that permessage-deflate compressed. */
export const compressedSent = (
  message: WebSocketMessage,
  deflated: Uint8Array,
): TraceFactOf<'websocket.frame-sent'> => {
  const payload = octetsOf(message)
  const open = redactPayload(payload)
  return sentAs(
    { opcode: message.kind, payload: open === null ? deflated : deflateMessage(open), rsv: COMPRESSED },
    { inflated: payload.length, ...(open !== null && { redacted: true }) },
  )
}

const sentAs = (
  content: Omit<WebSocketFrameContent, 'maskingKey'>,
  remarks: Remarks = NOTHING,
): TraceFactOf<'websocket.frame-sent'> => {
  const octets = encodeWebSocketFrame({ ...content, maskingKey: null })
  const [frame] = new WebSocketFrameDecoder(PAYLOAD_LIMIT).push(octets)
  if (frame === undefined) throw new Error('what was encoded is no frame')
  return tracedFrame('websocket.frame-sent', redactFrame(frame), remarks)
}
