import { describe, expect, it } from 'vitest'
import type { LabState, OfferState } from '../projection/lab-state.ts'
import { offerAnswers } from './offer-answers.ts'

const lab = (offers: readonly OfferState[]) => ({ offers, config: null }) as unknown as LabState
const offer = (handler: OfferState['handler'], answer: OfferState['answer'], sent = 1): OfferState => ({
  channel: 'clientInboundChannel',
  sent,
  handler,
  answer,
})

describe('the answers to an offer', () => {
  it('leave dotted who has not answered and who refused, with the reason of the refusal', () => {
    const { untaken, refusals } = offerAnswers(
      lab([
        offer('simpAnnotationMethodMessageHandler', { kind: 'handled' }),
        offer('userDestinationMessageHandler', { kind: 'offered' }),
        offer('simpleBrokerMessageHandler', { kind: 'ignored', reason: 'destination-prefix' }),
      ]),
    )
    expect([...untaken]).toEqual([
      'clientInboundChannel>userDestinationMessageHandler',
      'clientInboundChannel>simpleBrokerMessageHandler',
    ])
    expect([...refusals.keys()]).toEqual(['simpleBrokerMessageHandler'])
  })

  it('forget a refusal when the handler takes the message from the next channel', () => {
    const { refusals } = offerAnswers(
      lab([
        offer('simpleBrokerMessageHandler', { kind: 'ignored', reason: 'destination-prefix' }),
        { ...offer('simpleBrokerMessageHandler', { kind: 'handled' }, 9), channel: 'brokerChannel' },
      ]),
    )
    expect(refusals.size).toBe(0)
  })
})
