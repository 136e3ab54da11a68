import type { Station } from '#trace'
import type { LabState, OfferState } from '../projection/lab-state.ts'
import { reasonSentence } from '../projection/reason-sentence.ts'
import type { Sentence } from '../projection/sentence.ts'

/** What the handlers made of the newest message that was offered to them. */
export interface OfferAnswers {
  readonly refusals: ReadonlyMap<Station, Sentence>
  /** Ways to handlers that have not answered yet or did not take it, as `from>to`: dotted. */
  readonly untaken: ReadonlySet<string>
}

export function offerAnswers({ offers, config }: LabState): OfferAnswers {
  const newest = new Map<Station, OfferState>()
  for (const offer of offers) {
    const before = newest.get(offer.handler)
    if (before === undefined || before.sent < offer.sent) newest.set(offer.handler, offer)
  }
  const refusals = new Map<Station, Sentence>()
  const untaken = new Set<string>()
  for (const { channel, handler, answer } of newest.values()) {
    if (answer.kind === 'offered' || answer.kind === 'ignored') untaken.add(`${channel}>${handler}`)
    if (answer.kind === 'ignored') {
      refusals.set(handler, reasonSentence(handler, answer.reason, config))
    }
  }
  return { refusals, untaken }
}
