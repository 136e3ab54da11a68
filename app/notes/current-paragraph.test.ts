import { describe, expect, it } from 'vitest'
import { currentParagraph } from './current-paragraph.ts'

const PARAGRAPHS = [
  ['httpEndpoint'],
  ['clientInboundChannel', 'brokerChannel'],
  [],
  ['brokerChannel', 'simpleBrokerMessageHandler'],
  ['clientInboundChannel'],
]

describe('the paragraph at the cursor', () => {
  it('is the first about where the message is', () => {
    expect(currentParagraph(['clientInboundChannel'], PARAGRAPHS)).toBe(1)
  })

  it('stays while it is about the next station too', () => {
    expect(currentParagraph(['clientInboundChannel', 'brokerChannel'], PARAGRAPHS)).toBe(1)
  })

  it('goes on in the text with the message', () => {
    expect(currentParagraph(['simpleBrokerMessageHandler', 'brokerChannel'], PARAGRAPHS)).toBe(3)
    expect(currentParagraph(['simpleBrokerMessageHandler', 'clientInboundChannel'], PARAGRAPHS)).toBe(4)
  })

  it('goes back where nothing further down is about it', () => {
    expect(currentParagraph(['clientInboundChannel', 'httpEndpoint'], PARAGRAPHS)).toBe(0)
  })

  it('is none where no paragraph is about the station, or no message is shown', () => {
    expect(currentParagraph(['clientInboundChannel', 'application'], PARAGRAPHS)).toBeNull()
    expect(currentParagraph([], PARAGRAPHS)).toBeNull()
  })
})
