import { expect, it } from 'vitest'
import { base64 } from './base64.ts'

it.each(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'])('%j is that of RFC 4648 §10', (text) => {
  expect(base64(new TextEncoder().encode(text))).toBe(Buffer.from(text).toString('base64'))
})
