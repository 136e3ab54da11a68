import { describe, expect, it } from 'vitest'
import { phraseRuns, placesOf, plainText } from './phrase-text.ts'

describe('the text of a phrase', () => {
  it('fills its places and leaves an unknown one visible', () => {
    expect(plainText('{count} of {total}', { count: 3 })).toBe('3 of {total}')
  })

  it('marks its subject', () => {
    expect(phraseRuns('**{name}** waits', { name: 'Ada' })).toEqual([
      { text: 'Ada', strong: true },
      { text: ' waits', strong: false },
    ])
  })

  it('does not read marks in what it is filled with', () => {
    expect(phraseRuns('to {destination}', { destination: '/app/**' })).toEqual([{ text: 'to /app/**', strong: false }])
  })

  it('names its places once each', () => {
    expect(placesOf('{b} {a} {b}')).toEqual(['a', 'b'])
  })
})
