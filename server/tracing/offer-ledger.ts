import type { Message } from '../messaging/message.ts'
import type { MessageHandler } from '../messaging/message-handler.ts'
import { createStamps } from './stamps.ts'

interface Offer {
  readonly handler: MessageHandler
  readonly seq: number
  /** From 0, in the order of the message's offers. */
  readonly index: number
  readonly previous: Offer | undefined
}

/** Which `handler.offered` stands for a message and a handler. */
export class OfferLedger {
  readonly #newest = createStamps<Offer>()

  /** How many handlers the message was offered to so far. */
  count(message: Message): number {
    return (this.#newest.get(message)?.index ?? -1) + 1
  }

  offered(message: Message, handler: MessageHandler, seq: number): void {
    const previous = this.#newest.get(message)
    this.#newest.set(message, { handler, seq, index: (previous?.index ?? -1) + 1, previous })
  }

  offerOf(message: Message, handler: MessageHandler): number | undefined {
    let offer = this.#newest.get(message)
    while (offer !== undefined && offer.handler !== handler) offer = offer.previous
    return offer?.seq
  }
}
