import { upperBound } from '../partition-point.ts'

/**
 * At most so many of ascending whole numbers of `[from, to)`, one of each equal stretch: work and result are bounded
 * however many there are.
 */
export const spread = (values: readonly number[], from: number, to: number, most: number): readonly number[] => {
  if (values.length <= most) return values
  const kept: number[] = []
  const wide = (to - from) / most
  for (let stretch = 0; stretch < most; stretch++) {
    const begin = Math.ceil(from + stretch * wide)
    const value = values[upperBound(values, begin - 1)]
    if (value !== undefined && value < from + (stretch + 1) * wide) kept.push(value)
  }
  return kept
}
