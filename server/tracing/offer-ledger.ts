import type { Message } from '../messaging/message.ts'
import type { HandlerName, MessageHandler } from '../messaging/message-handler.ts'

/** Which `handler.offered` stands for a message and a handler. */
export class OfferLedger {
  readonly #offers = new WeakMap<Message, Map<HandlerName, number>>()

  /** How many handlers the message was offered to so far. */
  count(message: Message): number {
    return this.#offers.get(message)?.size ?? 0
  }

  offered(message: Message, handler: MessageHandler, seq: number): void {
    const offers = this.#offers.get(message)
    if (offers) offers.set(handler.name, seq)
    else this.#offers.set(message, new Map([[handler.name, seq]]))
  }

  offerOf(message: Message, handler: MessageHandler): number | undefined {
    return this.#offers.get(message)?.get(handler.name)
  }
}
