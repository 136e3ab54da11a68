import fc from 'fast-check'
import { expect, test } from 'vitest'
import { junkText } from './junk.arbitrary.ts'
import { createStompDecoder } from './stomp-decoder.ts'

const LIMIT = 1024

test('whatever a session sends, its decoder answers and keeps no more than it may', () => {
  const chunk = fc.oneof(
    junkText.map((text) => new TextEncoder().encode(text)),
    fc.uint8Array({ maxLength: 200 }),
  )
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 20 }), (chunks) => {
      const decoder = createStompDecoder({ bufferSizeLimit: LIMIT })
      for (const octets of chunks) {
        const results = [...decoder.decode(octets)]
        for (const result of results) {
          if (result.kind === 'incomplete') expect(result.waiting).toBeLessThanOrEqual(LIMIT)
          if (result.kind === 'decoded') expect(result.wire.spans.at(-1)?.end).toBe(result.wire.octets.length)
        }
        // A session is closed then, and its decoder asked no more.
        if (results.some(({ kind }) => kind === 'failed')) return
      }
    }),
    { numRuns: 10000 },
  )
})
