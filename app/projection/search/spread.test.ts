import { expect, test } from 'vitest'
import { spread } from './spread.ts'

test('few numbers stay as they are', () => {
  expect(spread([3, 4, 90], 0, 100, 5)).toEqual([3, 4, 90])
})

test('of many, the first of each stretch stays', () => {
  const values = Array.from({ length: 60 }, (_, index) => 20 + index)
  expect(spread(values, 0, 100, 10)).toEqual([20, 30, 40, 50, 60, 70])
})
