import type { Message, MessageHeaders } from '../messaging/message.ts'
import { StompEncoder } from '../stomp/stomp-encoder.ts'
import type { StompFrame, WireStompFrame } from '../stomp/stomp-frame.ts'
import type { ChannelStation, TraceFactOf, UnreadFactOf } from '../trace/index.ts'
import { tracedMessage } from './traced-message.ts'
import { PAYLOAD_LIMIT } from './traced-payload.ts'
import { tracedStompFrame } from './traced-stomp-frame.ts'

/** Of a header's name, its value and what holds them together; octets, roughly. */
const HEADER_SIZE = 128

/** Whether two messages with the same payload tell the same, but for the session. */
const areOfOneBroadcast = (one: MessageHeaders, other: MessageHeaders): boolean =>
  one.simpSubscriptionId === other.simpSubscriptionId &&
  one.nativeHeaders === other.nativeHeaders &&
  one.simpDestination === other.simpDestination &&
  one.simpMessageType === other.simpMessageType &&
  one.stompCommand === other.stompCommand &&
  one.simpUser === other.simpUser &&
  one.contentType === other.contentType &&
  one.simpHeartbeat === other.simpHeartbeat &&
  (one.simpSessionId === undefined) === (other.simpSessionId === undefined)

/** A Message on a channel, or the many of one broadcast, each of its own session. */
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

  tells({ payload, headers }: Message): boolean {
    return payload === this.#payload && areOfOneBroadcast(headers, this.#headers)
  }

  read({ session }: { readonly session: string | null }): TraceFactOf<'channel.sent'> {
    const isOfSession = this.#headers.simpSessionId !== undefined && session !== null
    const headers = isOfSession ? { ...this.#headers, simpSessionId: session } : this.#headers
    return { type: this.type, station: this.station, message: tracedMessage({ payload: this.#payload, headers }) }
  }
}

/** Makes the facts of one channel, one for a whole broadcast: there are very many of these. */
export class UnreadSendings {
  readonly #station: ChannelStation
  #last: UnreadSending | null = null

  constructor(station: ChannelStation) {
    this.#station = station
  }

  of(message: Message): TraceFactOf<'channel.sent'> | UnreadFactOf<'channel.sent'> {
    if (this.#last?.tells(message)) return this.#last
    const fact = new UnreadSending(this.#station, message)
    // Of a payload that is cut, no more may be kept than is told.
    if (message.payload.length > PAYLOAD_LIMIT) return fact.read({ session: message.headers.simpSessionId ?? null })
    this.#last = fact
    return fact
  }
}

/** A frame for a client. */
export class UnreadEncoding implements UnreadFactOf<'stomp.frame-encoded'> {
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

  read(): TraceFactOf<'stomp.frame-encoded'> {
    return { type: this.type, station: this.station, frame: tracedStompFrame(this.encodeAgain()) }
  }

  /** To keep what was sent would take more than it is worth. */
  encodeAgain(): WireStompFrame & { readonly text: string } {
    return new StompEncoder().encode(this.#frame)
  }
}

/** Of a payload that is cut, no more may be kept than is told. */
export const frameEncoded = (
  frame: StompFrame,
): TraceFactOf<'stomp.frame-encoded'> | UnreadFactOf<'stomp.frame-encoded'> => {
  const fact = new UnreadEncoding(frame)
  return frame.body.length > PAYLOAD_LIMIT ? fact.read() : fact
}
