import { expect, test } from 'vitest'
import { EdgePasses } from './edge-passes.ts'

/** Passes at an even rate; what each token stands for. */
function passes(edge: EdgePasses, from: number, count: number, perSecond: number, always = false): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    const seq = Math.round(from * 1_000) + index
    return edge.add(seq, from * 1_000 + (index * 1_000) / perSecond, always)
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
  expect(edge.trafficAt(80, 1_975)).toEqual({ level: 1, perSecond: 40 })
})

test('above that a ribbon says how many, and one token in k stands for k (level 2)', () => {
  const edge = newEdge()
  const weights = passes(edge, 0, 500, 96)
  const { level, perSecond } = edge.trafficAt(500, (499 * 1_000) / 96)
  expect(level).toBe(2)
  expect(Math.abs(perSecond - 96)).toBeLessThanOrEqual(1)
  expect(weights.at(-1) === 0 || weights.at(-1) === 12).toBe(true)
  const drawn = weights.slice(-96).reduce((sum, weight) => sum + weight, 0)
  expect(Math.abs(drawn - 96)).toBeLessThanOrEqual(12)
})

test('errors are never sampled away', () => {
  const edge = newEdge()
  expect(passes(edge, 0, 200, 100, true)).toEqual(Array(200).fill(1))
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
  expect(edge.trafficAt(200, 3_000)).toEqual({ level: 0, perSecond: 0 })
})
