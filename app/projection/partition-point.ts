/**
 * How many of the first items hold, where none that holds stands behind one that does not: the index of the first that
 * does not. Looks at as many as the number of items has binary digits.
 */
export function partitionPoint<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item !== undefined && holds(item)) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the first value above `limit` in values that do not fall. */
export function upperBound(values: readonly number[], limit: number): number {
  return partitionPoint(values, (value) => value <= limit)
}
