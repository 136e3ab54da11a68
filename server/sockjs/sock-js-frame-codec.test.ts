import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SOCKJS_FRAME_CODEC } from './sock-js-frame-codec.ts'

const { open, heartbeat, messages, close, decode } = SOCKJS_FRAME_CODEC

const framed = (text: string): string => {
  const frame = messages([{ kind: 'text', text }])
  return frame.kind === 'text' ? frame.text : ''
}

describe('frames to a client (5.6.3)', () => {
  it('open and heartbeat are one letter', () => {
    expect([open(), heartbeat()]).toEqual([
      { kind: 'text', text: 'o' },
      { kind: 'text', text: 'h' },
    ])
  })

  it.each([
    ['a\n\t\b\f\r"\\/', 'a["a\\n\\t\\b\\f\\r\\"\\\\/"]'],
    ['\0\u001b', 'a["\\u0000\\u001B"]'],
    ['\u200c\u2028\u2060\ufff0\uffff', 'a["\\u200c\\u2028\\u2060\\ufff0\\uffff"]'],
    ['😀', 'a["\\ud83d\\ude00"]'],
    ['ÿ\u007fé', 'a["ÿ\u007fé"]'],
  ])('a message of %j is escaped as Jackson and Spring do', (text, expected) => {
    expect(framed(text)).toBe(expected)
  })

  it('a message is JSON whatever it says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units)
        expect(JSON.parse(framed(text).slice(1))).toEqual([text])
      }),
    )
  })

  it('close has an empty reason where there is none', () => {
    expect(close(1002, null)).toEqual({ kind: 'text', text: 'c[1002,""]' })
    expect(close(3000, 'Go away!')).toEqual({ kind: 'text', text: 'c[3000,"Go away!"]' })
  })
})

describe('what a client sends', () => {
  it('is an array of strings', () => {
    expect(decode('["a","\\u0000"]')).toEqual({
      kind: 'messages',
      messages: [
        { kind: 'text', text: 'a' },
        { kind: 'text', text: '\0' },
      ],
    })
  })

  it.each([
    ['"a"', 'not-messages'],
    ['["a"', 'not-json'],
    ['[{}]', 'not-messages'],
    ['[null]', 'not-messages'],
    ['null', 'nothing'],
    ['x', 'not-json'],
  ])('is broken when it is %s (5.6.4b)', (text, problem) => {
    expect(decode(text)).toEqual({ kind: 'broken', problem })
  })
})
