import { expect, test } from 'vitest'
import type { Crowding } from './detail-level.ts'
import { EdgePasses } from './edge-passes.ts'

const ROOM: Crowding = { inFlight: 10, late: false }
const OCTETS = 50

/** Passes at an even rate; what each token stands for. */
function passes(
  edge: EdgePasses,
  from: number,
  count: number,
  perSecond: number,
  { kept = false, ...crowding }: Partial<Crowding> & { readonly kept?: boolean } = {},
): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    const seq = Math.round(from * 1_000) + index
    const at = from * 1_000 + (index * 1_000) / perSecond
    return edge.add({ seq, at, octets: OCTETS, kept }, { ...ROOM, ...crowding })
  })
}

const newEdge = () => new EdgePasses('clientInboundChannel>simpleBrokerMessageHandler')

test('up to ten a second are drawn one by one with their labels (level 0)', () => {
  const edge = newEdge()
  expect(passes(edge, 0, 30, 10)).toEqual(Array(30).fill(1))
  expect(edge.trafficAt(30, 2_900).level).toBe(0)
})

test('up to forty a second are drawn one by one as shapes (level 1)', () => {
  const edge = newEdge()
  expect(passes(edge, 0, 80, 40)).toEqual(Array(80).fill(1))
  expect(edge.trafficAt(80, 1_975)).toEqual({ level: 1, perSecond: 40, octetsPerSecond: 40 * OCTETS })
})

test('above that a ribbon says how many, and one token in k stands for k (level 2)', () => {
  const edge = newEdge()
  const weights = passes(edge, 0, 500, 96)
  const { level, perSecond } = edge.trafficAt(500, (499 * 1_000) / 96)
  expect(level).toBe(2)
  expect(Math.abs(perSecond - 96)).toBeLessThanOrEqual(1)
  const drawn = weights.slice(-4 * 96).filter((weight) => weight > 0)
  expect(drawn).toEqual(Array(4 * 3).fill(32))
})

test('with more than sixty tokens under way shapes become ribbons, and labels stay', () => {
  const edge = newEdge()
  passes(edge, 0, 40, 20, { inFlight: 61 })
  expect(edge.trafficAt(40, 1_950).level).toBe(2)
  const quiet = newEdge()
  passes(quiet, 0, 20, 10, { inFlight: 61 })
  expect(quiet.trafficAt(20, 1_900).level).toBe(0)
})

test('for a display that is late each level is one higher', () => {
  const levels = [5, 20, 50].map((perSecond) => {
    const edge = newEdge()
    passes(edge, 0, perSecond * 2, perSecond, { late: true })
    return edge.trafficAt(perSecond * 2, 1_999).level
  })
  expect(levels).toEqual([1, 2, 2])
})

test('what is kept is never left out', () => {
  const edge = newEdge()
  expect(passes(edge, 0, 200, 100, { kept: true })).toEqual(Array(200).fill(1))
})

test('a level is left two seconds after its traffic', () => {
  const edge = newEdge()
  passes(edge, 0, 200, 100)
  passes(edge, 2, 6, 5)
  expect(edge.trafficAt(2_004, 2_800).level).toBe(2)
  passes(edge, 4.2, 6, 5)
  expect(edge.trafficAt(4_206, 5_200).level).toBe(0)
})

test('a second after the last pass an edge is quiet', () => {
  const edge = newEdge()
  passes(edge, 0, 200, 100)
  expect(edge.trafficAt(200, 3_000)).toEqual({ level: 0, perSecond: 0, octetsPerSecond: 0 })
})

test('what is forgotten changes no later number', () => {
  const edge = newEdge()
  passes(edge, 0, 200, 100)
  const before = edge.trafficAt(200, 1_990)
  edge.forget(150)
  expect(edge.trafficAt(200, 1_990)).toEqual({ ...before, perSecond: 50, octetsPerSecond: 50 * OCTETS })
})
