import { expect, test } from 'vitest'
import { quantile, ratios, spreadOf } from './spread.ts'

test('the spread of rounds is their middle and their ends', () => {
  expect(spreadOf([5, 1, 9])).toEqual({ median: 5, least: 1, most: 9 })
})

test('a quantile is the sample below which that share lies', () => {
  const samples = Array.from({ length: 100 }, (_, index) => 99 - index)
  expect(quantile(samples, 0.99)).toBe(99)
  expect(quantile(samples, 0.5)).toBe(50)
})

test('a ratio is taken round by round: a slow round of the machine is no slow round of one server', () => {
  expect(ratios([10, 100, 10], [10, 100, 5])).toEqual({ median: 1, least: 1, most: 2 })
})
