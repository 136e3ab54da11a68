import { describe, expect, test } from 'vitest'
import { type TraceEvent, TraceRing } from '#trace'
import type { Claim } from '../../content/claims/claim.ts'
import { first } from '../../content/claims/find.ts'
import { ClaimCount } from './claim-count.ts'

const MARK: Claim = (events) => first(events, 'mark.added')?.seq ?? null

/** A log in which these events are marks. */
function logOf(length: number, marks: readonly number[], ring = new TraceRing()): TraceRing {
  for (let seq = ring.next; seq < length; seq += 1) {
    const envelope = { seq, at: seq, cause: null, client: null, session: null, thread: null }
    const fact = marks.includes(seq)
      ? { type: 'mark.added', station: 'application', label: '', by: '' }
      : { type: 'timer.fired', station: 'scheduler', name: '', due: 0 }
    ring.append({ ...envelope, ...fact } as TraceEvent, 0)
  }
  return ring
}

function counted(count: ClaimCount, ring: TraceRing): unknown {
  while (count.catchUp(ring));
  return count.seen
}

describe('a claim over a log', () => {
  test('is counted once for each proof, and the newest is known', () => {
    expect(counted(new ClaimCount(MARK), logOf(100, [3, 4, 60]))).toEqual({ count: 3, newest: 60 })
  })

  test('is counted on as the log grows', () => {
    const count = new ClaimCount(MARK)
    const ring = logOf(10, [3])
    expect(counted(count, ring)).toEqual({ count: 1, newest: 3 })
    expect(counted(count, logOf(20, [15], ring))).toEqual({ count: 2, newest: 15 })
  })

  test('is found however far it is behind the beginning', () => {
    expect(counted(new ClaimCount(MARK), logOf(50_000, [49_999]))).toEqual({ count: 1, newest: 49_999 })
  })

  test('is counted anew in another log', () => {
    const count = new ClaimCount(MARK)
    counted(count, logOf(10, [3]))
    expect(counted(count, logOf(10, []))).toEqual({ count: 0, newest: null })
  })

  test('never asks for more than a stretch, and not again while nothing comes', () => {
    let longest = 0
    let asked = 0
    const claim: Claim = (events) => {
      longest = Math.max(longest, events.length)
      asked += 1
      return null
    }
    const count = new ClaimCount(claim)
    const ring = logOf(100_000, [])
    counted(count, ring)
    expect(longest).toBeLessThanOrEqual(8000)
    const before = asked
    counted(count, ring)
    expect(asked).toBe(before)
    counted(count, logOf(100_001, [], ring))
    expect(asked).toBeLessThanOrEqual(before + 2)
  })
})
