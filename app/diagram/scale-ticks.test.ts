import { expect, test } from 'vitest'
import { scaleTicks } from './scale-ticks.ts'

test('the scale ends at the power of ten that the fastest ribbon needs', () => {
  expect(scaleTicks(45)).toEqual([1, 10, 100])
  expect(scaleTicks(300)).toEqual([1, 10, 100, 1_000])
  expect(scaleTicks(20_000)).toEqual([1, 10, 100, 1_000, 10_000, 100_000])
})

test('what hovers about a power of ten moves nothing', () => {
  expect(scaleTicks(99)).toEqual(scaleTicks(104))
})
