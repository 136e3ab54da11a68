import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8Length } from './utf8-length.ts'

test('the length of any text is that of its octets, lone surrogates included', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
      (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
      },
    ),
  )
})

test.each(['', 'plain', 'é', '€', '😀', 'a😀é', '\ud800', '\udc00\ud800'])('%j', (text) => {
  expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
})
