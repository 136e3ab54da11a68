import { describe, expect, test } from 'vitest'
import type { EventLog } from '#trace'
import { LogIndexes } from '../log-indexes.ts'
import { longLog } from '../long-log.ts'
import { FilteredTicks } from './filtered-ticks.ts'

const LENGTH = 100_000
const { log } = longLog(LENGTH)

/** The log as it grows, and how often it was read. */
const growing = () => {
  let next = LENGTH - 5_000
  let reads = 0
  const seen: EventLog = {
    first: log.first,
    get next() {
      return next
    },
    at(seq) {
      reads += 1
      return log.at(seq)
    },
  }
  return {
    log: seen,
    grow(events: number) {
      next += events
      reads = 0
    },
    reads: () => reads,
  }
}

describe('a timeline of a hundred thousand events', () => {
  test('asks its filter about each tick once, and then about what is new only', () => {
    const { log: seen, grow, reads } = growing()
    const indexes = new LogIndexes(seen)
    const filtered = new FilteredTicks(indexes)
    filtered.count('type:SEND')
    const before = indexes.timeline.length
    grow(600)
    indexes.catchUp()
    const caughtUp = reads()
    expect(filtered.count('type:SEND').shown).toBeGreaterThan(1_000)
    expect(reads() - caughtUp).toBeLessThanOrEqual(2 * (indexes.timeline.length - before))
    filtered.count('type:SEND')
    grow(0)
    filtered.count('type:SEND')
    expect(reads()).toBe(0)
  })

  test('counts what is shown and hides nothing without a filter', () => {
    const indexes = new LogIndexes(log)
    const filtered = new FilteredTicks(indexes)
    const { shown, total } = filtered.count('')
    expect(shown).toBe(total)
    const sends = filtered.count('type:SEND')
    expect(sends.total).toBe(total)
    expect(filtered.lanes('type:SEND').hidden.counted.length).toBe(total - sends.shown)
  })
})
