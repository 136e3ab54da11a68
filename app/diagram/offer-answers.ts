import type { Station } from '#trace'
import type { LabState, OfferState } from '../projection/lab-state.ts'
import { reasonSentence } from '../projection/reason-sentence.ts'
import type { Sentence } from '../projection/sentence.ts'

/** What the handlers made of the message at the cursor. */
export interface OfferAnswers {
  /** Why a handler did not take what it was offered last. */
  readonly refusals: ReadonlyMap<Station, Sentence>
  /** Ways to handlers that have not answered yet or did not take it, as `from>to`. */
  readonly untaken: ReadonlySet<string>
}

/** @param isCurrent whether the event of a sent message belongs to the message at the cursor */
export function offerAnswers({ offers, config }: LabState, isCurrent: (sent: number) => boolean): OfferAnswers {
  const current = offers.filter(({ sent }) => isCurrent(sent))
  const newest = new Map<Station, OfferState>()
  const untaken = new Set<string>()
  for (const offer of current) {
    const { channel, handler, answer, sent } = offer
    if (answer.kind === 'offered' || answer.kind === 'ignored') untaken.add(`${channel}>${handler}`)
    if ((newest.get(handler)?.sent ?? -1) < sent) newest.set(handler, offer)
  }
  const refusals = new Map<Station, Sentence>()
  for (const { handler, answer } of newest.values()) {
    if (answer.kind === 'ignored') refusals.set(handler, reasonSentence(handler, answer.reason, config))
  }
  return { refusals, untaken }
}
