import { describe, expect, test } from 'vitest'
import { hasTerm, toggledTerm } from './filter-text.ts'

describe('a term that is chosen', () => {
  test.each([
    ['', 'type:SEND', 'type:SEND'],
    ['type:SEND ada', 'type:MESSAGE', 'ada type:SEND,MESSAGE'],
    ['layer:stomp', 'layer:http', 'layer:http'],
    ['"hello ada" body~/a b/', 'dest:/topic/**', '"hello ada" body~/a b/ dest:/topic/**'],
    ['ada', 'errors', 'ada errors'],
  ])('comes to %j: %s', (text, term, result) => {
    expect(hasTerm(text, term)).toBe(false)
    expect(toggledTerm(text, term)).toBe(result)
    expect(hasTerm(result, term)).toBe(true)
  })

  test.each([
    ['type:send,MESSAGE ada', 'type:SEND', 'ada type:MESSAGE'],
    ['from:A', 'from:A', ''],
    ['ada errors', 'errors', 'ada'],
    ['dest:/topic/** x', 'dest:/topic/**', 'x'],
  ])('goes again from %j: %s', (text, term, result) => {
    expect(hasTerm(text, term)).toBe(true)
    expect(toggledTerm(text, term)).toBe(result)
  })
})
