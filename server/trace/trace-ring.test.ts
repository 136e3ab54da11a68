import { expect, test } from 'vitest'
import type { TraceEvent } from './trace-event.ts'
import { TraceRing } from './trace-ring.ts'

const mark = (seq: number): TraceEvent => ({
  seq,
  at: seq,
  cause: null,
  client: null,
  session: null,
  thread: null,
  type: 'mark.added',
  station: 'application',
  label: String(seq),
  by: 'test',
})

const snapshot = (seq: number): TraceEvent =>
  ({ ...mark(seq), type: 'lab.snapshot', snapshot: {} }) as unknown as TraceEvent

const filled = (ring: TraceRing, count: number, snapshotEvery: number): TraceRing => {
  for (let seq = ring.next; seq < count; seq++) ring.append(seq % snapshotEvery === 0 ? snapshot(seq) : mark(seq), 1)
  return ring
}

test('numbers stay absolute when older events are evicted (trace.md rule 6)', () => {
  const ring = filled(new TraceRing(0, { events: 100, octets: 1e9 }), 250, 40)
  expect(ring.next).toBe(250)
  expect(ring.at(249)?.seq).toBe(249)
  expect(ring.at(ring.first - 1)).toBeUndefined()
})

test('eviction ends at a snapshot, so that a fold always has a beginning (trace.md rule 6)', () => {
  const ring = filled(new TraceRing(0, { events: 100, octets: 1e9 }), 250, 40)
  expect(ring.at(ring.first)?.type).toBe('lab.snapshot')
  expect(ring.next - ring.first).toBeLessThanOrEqual(100)
})

test('the limit of octets evicts as well', () => {
  const ring = new TraceRing(0, { events: 1000, octets: 50 })
  filled(ring, 120, 20)
  expect(ring.first).toBeGreaterThan(0)
  expect(ring.next - ring.first).toBeLessThanOrEqual(50)
})

test('without a later snapshot nothing is evicted', () => {
  const ring = filled(new TraceRing(0, { events: 10, octets: 1e9 }), 50, 1000)
  expect(ring.first).toBe(0)
})

test('a range is cut to what is there', () => {
  const ring = filled(new TraceRing(0, { events: 100, octets: 1e9 }), 250, 40)
  expect(ring.range(0, 1e6)).toHaveLength(ring.next - ring.first)
  expect(ring.range(245, 248).map(({ seq }) => seq)).toEqual([245, 246, 247])
})

test('a gap is refused', () => {
  expect(() => new TraceRing().append(mark(3), 1)).toThrow('does not follow')
})
