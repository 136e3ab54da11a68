import type { Message, MessageHeaders } from '../messaging/message.ts'
import type { ChannelStation, TraceFactOf, UnreadEvent, UnreadFactOf } from '../trace/index.ts'
import { tracedMessage } from './traced-message.ts'
import { PAYLOAD_LIMIT } from './traced-payload.ts'

/** Of a header's name, its value and what holds them together; octets, roughly. */
const HEADER_SIZE = 128

/** A message on a channel, or the many of one broadcast, which differ in their session only. */
class UnreadSending implements UnreadFactOf<'channel.sent'> {
  readonly type = 'channel.sent'
  readonly station: ChannelStation
  readonly #payload: Uint8Array
  readonly #headers: MessageHeaders

  constructor(station: ChannelStation, { payload, headers }: Message) {
    this.station = station
    this.#payload = payload
    this.#headers = headers
  }

  tells({ payload, headers }: Message): boolean {
    return payload === this.#payload && areOfOneBroadcast(headers, this.#headers)
  }

  octets(): number {
    return this.#payload.length + HEADER_SIZE * (this.#headers.nativeHeaders?.size ?? 0)
  }

  read({ session }: Pick<UnreadEvent, 'session'>): TraceFactOf<'channel.sent'> {
    const isOfSession = this.#headers.simpSessionId !== undefined && session !== null
    const headers = isOfSession ? { ...this.#headers, simpSessionId: session } : this.#headers
    return { type: this.type, station: this.station, message: tracedMessage({ payload: this.#payload, headers }) }
  }
}

/** Whether two messages with the same payload tell the same but for the session. */
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

/** Makes the facts of one channel. */
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
