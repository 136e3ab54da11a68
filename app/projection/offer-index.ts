import type { EventLog, HandlerStation, TracedOutcome, TraceEvent } from '#trace'
import { causingMessage } from './causing-message.ts'
import type { LogIndex } from './log-index.ts'

/** One message at one handler: what happened, with the `seq` of each fact as far as it has happened. */
export interface Offer {
  readonly handler: HandlerStation
  readonly offered: number
  readonly entered: number | null
  readonly left: { readonly seq: number; readonly outcome: TracedOutcome } | null
}

/** To whom each message of a channel was offered, and how they answered. */
export class OfferIndex implements LogIndex {
  /** By the `seq` of `channel.sent`. */
  readonly #offers = new Map<number, Offer[]>()

  read(event: TraceEvent, log: EventLog): void {
    if (event.type === 'handler.offered') this.#offer(event.cause ?? event.seq, event.handler, event.seq)
    if (event.type === 'handler.entered') this.#answer(event, log, { entered: event.seq })
    if (event.type === 'handler.left') this.#answer(event, log, { left: { seq: event.seq, outcome: event.outcome } })
  }

  forget(first: number): void {
    for (const sent of this.#offers.keys()) if (sent < first) this.#offers.delete(sent)
  }

  /** The offers of a message as they stand at the cursor. */
  of(sent: number, cursor: number): readonly Offer[] {
    return (this.#offers.get(sent) ?? [])
      .filter((offer) => offer.offered < cursor)
      .map((offer) => ({
        ...offer,
        entered: offer.entered !== null && offer.entered < cursor ? offer.entered : null,
        left: offer.left !== null && offer.left.seq < cursor ? offer.left : null,
      }))
  }

  #offer(sent: number, handler: HandlerStation, offered: number): void {
    const offers = this.#offers.get(sent) ?? []
    offers.push({ handler, offered, entered: null, left: null })
    this.#offers.set(sent, offers)
  }

  #answer(event: TraceEvent, log: EventLog, answer: Partial<Offer>): void {
    const offers = this.#offers.get(causingMessage(log, event) ?? -1)
    const index = offers?.findIndex((offer) => offer.handler === event.station && offer.left === null) ?? -1
    const offer = offers?.[index]
    if (offers !== undefined && offer !== undefined) offers[index] = { ...offer, ...answer }
  }
}
