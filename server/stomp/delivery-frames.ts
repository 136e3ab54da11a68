import type { Message, NativeHeaders } from '../messaging/message.ts'
import type { HeaderDivision, StompFrame } from './stomp-frame.ts'

/** What the server adds for each recipient; a message that is complete gets no id. */
interface Recipient {
  readonly session: string | undefined
  readonly subscription: string | undefined
  readonly messageNumber: number | null
}

/** The MESSAGE for one of many subscriptions. It is small, and its headers are put together for whoever asks. */
class DeliveryFrame implements StompFrame, HeaderDivision {
  readonly body: Uint8Array
  readonly common: NativeHeaders
  readonly #session: string | undefined
  readonly #subscription: string | undefined
  readonly #messageNumber: number | null

  constructor(body: Uint8Array, common: NativeHeaders, { session, subscription, messageNumber }: Recipient) {
    this.body = body
    this.common = common
    this.#session = session
    this.#subscription = subscription
    this.#messageNumber = messageNumber
  }

  get command(): string {
    return 'MESSAGE'
  }

  get headers(): NativeHeaders {
    const headers = new Map(this.common)
    for (const [name, value] of this.own) headers.set(name, [value])
    return headers
  }

  /** Overwriting a name keeps its place (spring.md 2.0.8), which is among the sender's own then. */
  get division(): HeaderDivision | undefined {
    return this.common.has('subscription') ? undefined : this
  }

  get own(): readonly (readonly [name: string, value: string])[] {
    const own: (readonly [string, string])[] = []
    if (this.#subscription !== undefined) own.push(['subscription', this.#subscription])
    if (this.#messageNumber !== null) own.push(['message-id', `${this.#session}-${this.#messageNumber}`])
    return own
  }
}

/**
 * The sender's own headers, then what the server adds for every recipient. A user destination is turned back into the
 * one that the client subscribed to (spring.md 4.5).
 */
const commonHeaders = ({ headers }: Message): NativeHeaders => {
  const native = new Map(headers.nativeHeaders)
  const destination = native.get('simpOrigDestination')?.[0] ?? headers.simpDestination
  native.delete('simpOrigDestination')
  if (destination !== undefined) native.set('destination', [destination])
  if (headers.contentType !== undefined) native.set('content-type', [headers.contentType])
  return native
}

const haveCommonHeaders = (one: Message['headers'], other: Message['headers']): boolean =>
  one.nativeHeaders === other.nativeHeaders &&
  one.simpDestination === other.simpDestination &&
  one.contentType === other.contentType

/**
 * Makes the MESSAGE of a message on clientOutboundChannel, headers in the order of spring.md 2.0.11. A broker's
 * message comes once for each subscription: what all of these have in common is made for the first one.
 */
export class DeliveryFrames {
  #last: { readonly headers: Message['headers']; readonly common: NativeHeaders } | null = null

  /** @param nextMessageId the next of the process-wide counter (spring.md 2.0.9) */
  frameOf(message: Message, nextMessageId: () => number): StompFrame {
    const { headers, payload } = message
    const common = this.#commonHeaders(message)
    // A client may send MESSAGE instead of SEND: Spring then takes it for complete.
    const isComplete = headers.stompCommand === 'MESSAGE' || common.has('message-id')
    return new DeliveryFrame(payload, common, {
      session: headers.simpSessionId,
      subscription: headers.simpSubscriptionId,
      messageNumber: isComplete ? null : nextMessageId(),
    })
  }

  #commonHeaders(message: Message): NativeHeaders {
    if (this.#last === null || !haveCommonHeaders(this.#last.headers, message.headers))
      this.#last = { headers: message.headers, common: commonHeaders(message) }
    return this.#last.common
  }
}
