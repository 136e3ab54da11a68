import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PAYLOAD_LIMIT, tracedPayload } from './traced-payload.ts'

const encoder = new TextEncoder()

test('UTF-8 octets are text', () => {
  expect(tracedPayload(encoder.encode('chào 世界'))).toEqual({ payload: { text: 'chào 世界' } })
})

test('any octets that are no UTF-8 survive as base64', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
      const { payload } = tracedPayload(octets)
      const back = 'text' in payload ? Buffer.from(payload.text, 'utf8') : Buffer.from(payload.base64, 'base64')
      expect(new Uint8Array(back)).toEqual(octets)
    }),
  )
})

test('a payload over 4 KiB is cut between two characters and says so (trace.md rule 4)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), (shift) => {
      const octets = encoder.encode('x'.repeat(shift) + '😀'.repeat(2000))
      const { payload, truncated } = tracedPayload(octets)
      expect(truncated).toBe(true)
      expect('text' in payload && payload.text.includes('\uFFFD')).toBe(false)
      expect('text' in payload && encoder.encode(payload.text).length).toBeGreaterThan(PAYLOAD_LIMIT - 4)
    }),
  )
})
