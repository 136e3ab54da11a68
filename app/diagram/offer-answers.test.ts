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
      () => true,
    )
    expect([...untaken]).toEqual([
      'clientInboundChannel>userDestinationMessageHandler',
      'clientInboundChannel>simpleBrokerMessageHandler',
    ])
    expect([...refusals.keys()]).toEqual(['simpleBrokerMessageHandler'])
  })

  it('forget a refusal when the handler takes the message from the next channel', () => {
    const { refusals, untaken } = offerAnswers(
      lab([
        offer('simpleBrokerMessageHandler', { kind: 'ignored', reason: 'destination-prefix' }),
        { ...offer('simpleBrokerMessageHandler', { kind: 'handled' }, 9), channel: 'brokerChannel' },
      ]),
      () => true,
    )
    expect(refusals.size).toBe(0)
    expect([...untaken]).toEqual(['clientInboundChannel>simpleBrokerMessageHandler'])
  })

  it('are forgotten with the next message', () => {
    const before = lab([offer('simpleBrokerMessageHandler', { kind: 'ignored', reason: 'destination-prefix' })])
    const { refusals, untaken } = offerAnswers(before, () => false)
    expect(refusals.size + untaken.size).toBe(0)
  })
})
