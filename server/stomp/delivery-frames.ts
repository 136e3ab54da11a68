import type { Message, NativeHeaders } from '../messaging/message.ts'
import type { HeaderDivision, StompFrame } from './stomp-frame.ts'

/** The MESSAGE for one of many subscriptions; its headers are put together when somebody asks for them. */
class DeliveryFrame implements StompFrame {
  readonly command = 'MESSAGE'
  readonly body: Uint8Array
  readonly division: HeaderDivision
  #headers: NativeHeaders | null = null

  constructor(body: Uint8Array, division: HeaderDivision) {
    this.body = body
    this.division = division
  }

  get headers(): NativeHeaders {
    this.#headers ??= withOwn(this.division)
    return this.#headers
  }
}

const withOwn = ({ common, own }: HeaderDivision): NativeHeaders =>
  new Map([...common, ...own.map(([name, value]) => [name, [value]] as const)])

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
    const own: (readonly [string, string])[] = []
    if (headers.simpSubscriptionId !== undefined) own.push(['subscription', headers.simpSubscriptionId])
    // A client may send MESSAGE instead of SEND: Spring then takes it for complete.
    if (headers.stompCommand !== 'MESSAGE' && !common.has('message-id'))
      own.push(['message-id', `${headers.simpSessionId}-${nextMessageId()}`])
    // Overwriting a name keeps its place (spring.md 2.0.8), which is among the sender's own then.
    if (common.has('subscription')) return { command: 'MESSAGE', headers: withOwn({ common, own }), body: payload }
    return new DeliveryFrame(payload, { common, own })
  }

  #commonHeaders(message: Message): NativeHeaders {
    if (this.#last === null || !haveCommonHeaders(this.#last.headers, message.headers))
      this.#last = { headers: message.headers, common: commonHeaders(message) }
    return this.#last.common
  }
}
