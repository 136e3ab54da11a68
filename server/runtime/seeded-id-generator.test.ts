import { expect, it } from 'vitest'
import { seededIdGenerator } from './seeded-id-generator.ts'

const draw = (seed: number) => {
  const ids = seededIdGenerator(seed)
  return [ids.webSocketSessionId(), ids.entropy(), ids.below(20), ids.webSocketSessionId()]
}

it('gives the same chance for the same seed, and another for another', () => {
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})

it('makes ids in the shape of a random UUID, entropies of 32 signed bits and numbers below their bound', () => {
  const ids = seededIdGenerator(42)
  for (let round = 0; round < 200; round++) {
    expect(ids.webSocketSessionId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const entropy = ids.entropy()
    expect(entropy).toBe(entropy | 0)
    expect([0, 1, 2]).toContain(ids.below(3))
  }
})
