import { describe, expect, test } from 'vitest'
import type { UnreadEvent } from '../trace/index.ts'
import { LabRing } from './lab-ring.ts'

const mark = (seq: number): UnreadEvent => ({
  seq,
  at: seq / 2,
  cause: seq === 0 ? null : seq - 1,
  client: 'A',
  session: 's',
  thread: null,
  fact: { type: 'mark.added', station: 'application', label: `${seq}`, by: 'page' },
})

const snapshot = (seq: number): UnreadEvent => ({
  ...mark(seq),
  fact: { type: 'lab.snapshot', station: 'application', snapshot: {} as never },
})

/** A snapshot at every tenth event. */
const filled = (count: number, ring: LabRing): LabRing => {
  for (let seq = 0; seq < count; seq++) ring.append(seq % 10 === 0 ? snapshot(seq) : mark(seq))
  return ring
}

describe('a ring of a lab', () => {
  test('gives back what was put in', () => {
    const ring = filled(12, new LabRing())
    expect(ring.at(11)).toEqual({
      seq: 11,
      at: 5.5,
      cause: 10,
      client: 'A',
      session: 's',
      thread: null,
      type: 'mark.added',
      station: 'application',
      label: '11',
      by: 'page',
    })
    expect(ring.at(0)?.cause).toBeNull()
    expect([ring.at(-1), ring.at(12)]).toEqual([undefined, undefined])
  })

  test('never holds more events than it may, and begins with a snapshot (trace.md rule 6)', () => {
    const ring = filled(43, new LabRing({ events: 25, octets: 1000 }))
    expect([ring.first, ring.next]).toEqual([20, 43])
    expect(ring.at(20)?.type).toBe('lab.snapshot')
    expect(ring.at(19)).toBeUndefined()
    expect(ring.range(0, 100).map(({ seq }) => seq)).toEqual(Array.from({ length: 23 }, (_, index) => index + 20))
  })

  test('drops the oldest when it is told that it became too heavy', () => {
    const ring = filled(10, new LabRing({ events: 100, octets: 1000 }))
    ring.weigh(900)
    ring.append(snapshot(10))
    ring.weigh(100)
    expect(ring.first).toBe(0)
    ring.weigh(1)
    expect(ring.first).toBe(10)
  })

  test('looks up one event at a time, wherever it lies', () => {
    const ring = filled(25, new LabRing())
    const lookup = ring.lookup()
    expect(lookup(3)?.seq).toBe(3)
    expect(lookup(24)?.at).toBe(12)
    expect(lookup(25)).toBeUndefined()
  })
})
