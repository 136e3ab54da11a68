import type { LabConfiguration, TraceEvent } from '#trace'
import { narrateStep } from './narration.ts'
import type { NarrationContext } from './narration-context.ts'
import type { Offer } from './offer-index.ts'
import { reasonSentence } from './reason-sentence.ts'
import type { RouteItem } from './route-item.ts'
import { clip, say } from './say.ts'

/** The way of a message, one item a step: its text twin. Sentences of what is still to come know only their own step. */
export function route(message: number, context: NarrationContext): readonly RouteItem[] {
  const { cursor, indexes } = context
  const starts = indexes.messages.stepsOf(message)
  const here = starts.findLast((seq) => seq < cursor)
  return starts.flatMap((seq) => {
    const event = indexes.log.at(seq)
    const step = indexes.steps.stepOf(seq)
    if (event === undefined || step === undefined) return []
    const known = { ...context, cursor: Math.max(cursor, indexes.steps.cursorAfter(step)) }
    return {
      seq,
      station: event.station,
      client: event.client,
      sentence: narrateStep(step, known),
      offers: offersOf(event, known),
      state: seq >= cursor ? 'not-yet' : seq === here ? 'here' : 'done',
    }
  })
}

function offersOf(event: TraceEvent, { indexes, cursor }: NarrationContext): RouteItem['offers'] {
  if (event.type !== 'handler.offered') return []
  const offers = indexes.offers.of(event.cause ?? event.seq, cursor)
  if (offers.length < 2) return []
  const config = indexes.configurations.at(event.seq)
  return offers.map(({ handler, ...offer }) => ({
    handler,
    answer: answerOf(offer),
    sentence: sentenceOf(handler, offer, config),
  }))
}

function answerOf({ entered, left }: Omit<Offer, 'handler'>): RouteItem['offers'][number]['answer'] {
  if (left === null) return entered === null ? 'waiting' : 'taken'
  return left.outcome.kind === 'handled' ? 'taken' : left.outcome.kind
}

function sentenceOf(
  handler: Offer['handler'],
  { left }: Omit<Offer, 'handler'>,
  config: LabConfiguration | null,
): RouteItem['offers'][number]['sentence'] {
  switch (left?.outcome.kind) {
    case 'ignored':
      return reasonSentence(handler, left.outcome.reason, config)
    case 'failed':
      return say('narration.reason-failed', { message: clip(left.outcome.error.message, 60) })
    default:
      return null
  }
}
