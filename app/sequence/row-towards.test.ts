import { expect, test } from 'vitest'
import { rowTowards } from './row-towards.ts'

test('keys go from row to row, from page to page and to the ends, and never beyond', () => {
  const go = (key: string, here: number) => rowTowards(key, here, 10_000, 12)
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => go(key, 5_000))).toEqual([
    5_001, 4_999, 5_012, 4_988, 0, 9_999,
  ])
  expect([go('ArrowUp', 0), go('PageUp', 3), go('PageDown', 9_995), go('ArrowDown', 9_999)]).toEqual([
    0, 0, 9_999, 9_999,
  ])
})

test('other keys, and keys outside of the rows, are left alone', () => {
  expect(rowTowards('Enter', 3, 10, 5)).toBeNull()
  expect(rowTowards('Home', Number.NaN, 10, 5)).toBeNull()
})
