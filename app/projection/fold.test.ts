import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFold } from './fold.ts'
import { helloLog } from './hello-log.ts'
import { createLabStateFold } from './lab-state-fold.ts'
import { LogIndexes } from './log-indexes.ts'
import { longLog } from './long-log.ts'
import { TraceBuilder } from './trace-builder.ts'

test('seeking anywhere in any order gives what stepping from the start gives', () => {
  const indexes = new LogIndexes(helloLog().log)
  const stepping = createLabStateFold(indexes)
  const stepped = Array.from({ length: indexes.log.next + 1 }, (_, cursor) => stepping(cursor))
  fc.assert(
    fc.property(fc.array(fc.nat(indexes.log.next), { maxLength: 20 }), (cursors) => {
      const seeking = createLabStateFold(indexes)
      for (const cursor of cursors) expect(seeking(cursor)).toEqual(stepped[cursor])
    }),
    { numRuns: 60 },
  )
})

test('what is known at a cursor does not depend on what comes after it', () => {
  const whole = helloLog().log
  const grown = new TraceBuilder()
  const seen = new Map<number, unknown>()
  const indexes = new LogIndexes(grown.log)
  const growing = createLabStateFold(indexes)
  for (const event of whole.range(0, whole.next)) {
    grown.log.append(event, 256)
    indexes.catchUp()
    seen.set(grown.log.next, structuredClone(growing(grown.log.next)))
  }
  const later = createLabStateFold(new LogIndexes(whole))
  for (const [cursor, state] of seen) expect(later(cursor)).toEqual(state)
})

test('a fold over a log whose beginning was evicted begins at its snapshot', () => {
  const numbers = { first: 0, next: 1000, at: () => undefined }
  const fold = createFold(numbers, 0, (sum, seq) => (seq % 300 === 0 ? 0 : sum + seq), 16)
  const before = [420, 777, 1000].map((cursor) => [cursor, fold(cursor)] as const)
  numbers.first = 300
  for (const [cursor, sum] of before) expect(fold(cursor)).toBe(sum)
  expect(fold(5)).toBe(0)
})

test('the state at a cursor survives the eviction of what was before its snapshot', () => {
  const { log } = longLog(3_000, { events: 1_000, octets: Number.MAX_SAFE_INTEGER }, 400)
  const whole = longLog(3_000, undefined, 400).log
  expect(log.first).toBeGreaterThan(1_500)
  const evicted = createLabStateFold(new LogIndexes(log))
  const complete = createLabStateFold(new LogIndexes(whole))
  for (let cursor = log.first + 1; cursor <= log.next; cursor += 37) expect(evicted(cursor)).toEqual(complete(cursor))
})

test('a thousand random seeks in 20,000 events stay far below an animation frame', () => {
  const indexes = new LogIndexes(longLog(20_000).log)
  const fold = createLabStateFold(indexes)
  fold(indexes.log.next)
  let random = 1
  const times = Array.from({ length: 1_000 }, () => {
    random = (random * 48_271) % 2_147_483_647
    const before = performance.now()
    fold(random % indexes.log.next)
    return performance.now() - before
  }).sort((a, b) => a - b)
  const p95 = times[949] ?? Number.POSITIVE_INFINITY
  process.stdout.write(`seek: median ${times[499]?.toFixed(3)} ms, p95 ${p95.toFixed(3)} ms\n`)
  expect(p95).toBeLessThan(8)
})
