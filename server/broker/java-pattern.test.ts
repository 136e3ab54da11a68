import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJavaPattern } from './java-pattern.ts'

const matches = (pattern: string, text: string): boolean | undefined => parseJavaPattern(pattern)?.(text)

describe('patterns, as Matcher#matches looks at the whole text', () => {
  it.each([
    ['', '', true],
    ['abc', 'abc', true],
    ['abc', 'abcd', false],
    ['a|bc', 'bc', true],
    ['a(b|c)*d', 'abccbd', true],
    ['(?:ab)+', 'abab', true],
    ['(?:ab)+', '', false],
    ['a{2,3}', 'aaaa', false],
    ['a{2,}?b', 'aaaab', true],
    ['a{2}', 'aa', true],
    ['x?', '', true],
    ['.', '\n', false],
    ['.', '😀', true],
    ['[^a-c_]', 'd', true],
    ['[^a-c_]', 'b', false],
    ['[]a]', ']', true],
    ['[a-]', '-', true],
    ['[\\d.]+', '10.5', true],
    ['\\w+\\s\\W', 'a_1 !', true],
    ['\\w', 'é', false],
    ['/topic/\\*\\.x', '/topic/*.x', true],
    ['^a$', 'a', true],
    ['a^', 'a', false],
    ['(a*)*b', 'aaaa', false],
  ])('%j of %j: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected)
  })

  it.each(['(', 'a)', '[', '[a', '*', 'a**', 'a++', 'a{3,1}', 'a{', '\\', '\\q', '[b-a]', '((a{99}){99}){99}'])(
    '%j is none',
    (pattern) => {
      expect(parseJavaPattern(pattern)).toBeNull()
    },
  )

  it.each(['(?=a)', '(?i)a', '(a)\\1', '\\bx', '[a&&[b]]', '[a[b]]', 'a'.repeat(1001)])(
    '%.20j is none that is known',
    (pattern) => {
      expect(parseJavaPattern(pattern)).toBeNull()
    },
  )

  it('what would never come to an end does, or is given up', () => {
    expect(matches('(a|a)*b', 'a'.repeat(10_000))).toBe(false)
    expect(matches('(a?){900}b', 'a'.repeat(60_000))).toBeUndefined()
  })

  it("says what JavaScript's own expressions say, where both mean the same", () => {
    const part = fc.stringMatching(/^(?:[ab.]|\[ab\]|\(a\|b\))[*+?]?$/)
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), fc.stringMatching(/^[abc]{0,6}$/), (parts, text) => {
        const pattern = parts.join('')
        expect(matches(pattern, text)).toBe(new RegExp(`^(?:${pattern})$`).test(text))
      }),
    )
  })
})
