import type { Message, MessageHeaders } from '../messaging/message.ts'
import { StompEncoder } from '../stomp/stomp-encoder.ts'
import type { StompFrame } from '../stomp/stomp-frame.ts'
import type { ChannelStation, TraceFactOf, UnreadFactOf } from '../trace/index.ts'
import { tracedMessage } from './traced-message.ts'
import { PAYLOAD_LIMIT } from './traced-payload.ts'
import { tracedStompFrame } from './traced-stomp-frame.ts'

/** Of a header's name, its value and what holds them together; octets, roughly. */
const HEADER_SIZE = 128

/** A Message on a channel. There are very many of these: each field is one too much. */
class UnreadSending implements UnreadFactOf<'channel.sent'> {
  readonly station: ChannelStation
  readonly #payload: Uint8Array
  readonly #headers: MessageHeaders

  constructor(station: ChannelStation, { payload, headers }: Message) {
    this.station = station
    this.#payload = payload
    this.#headers = headers
  }

  get type(): 'channel.sent' {
    return 'channel.sent'
  }

  get octets(): number {
    return this.#payload.length + HEADER_SIZE * (this.#headers.nativeHeaders?.size ?? 0)
  }

  read(): TraceFactOf<'channel.sent'> {
    const message = tracedMessage({ payload: this.#payload, headers: this.#headers })
    return { type: this.type, station: this.station, message }
  }
}

/** A frame for a client. */
class UnreadEncoding implements UnreadFactOf<'stomp.frame-encoded'> {
  readonly #frame: StompFrame

  constructor(frame: StompFrame) {
    this.#frame = frame
  }

  get type(): 'stomp.frame-encoded' {
    return 'stomp.frame-encoded'
  }

  get station(): 'stompSubProtocolHandler' {
    return 'stompSubProtocolHandler'
  }

  get octets(): number {
    const { body, division } = this.#frame
    return body.length + HEADER_SIZE * (division?.common.size ?? 0)
  }

  /** Encodes once more: to keep what was sent would take more than it is worth. */
  read(): TraceFactOf<'stomp.frame-encoded'> {
    const wire = new StompEncoder().encode(this.#frame)
    return { type: this.type, station: this.station, frame: tracedStompFrame(wire) }
  }
}

/** Of a payload that is cut, no more may be kept than is told. */
export const channelSent = (
  station: ChannelStation,
  message: Message,
): TraceFactOf<'channel.sent'> | UnreadFactOf<'channel.sent'> => {
  const fact = new UnreadSending(station, message)
  return message.payload.length > PAYLOAD_LIMIT ? fact.read() : fact
}

export const frameEncoded = (
  frame: StompFrame,
): TraceFactOf<'stomp.frame-encoded'> | UnreadFactOf<'stomp.frame-encoded'> => {
  const fact = new UnreadEncoding(frame)
  return frame.body.length > PAYLOAD_LIMIT ? fact.read() : fact
}
