/**
 * The row that a key leads to; null: it leads nowhere.
 *
 * @param page rows that are seen at once
 */
export function rowTowards(key: string, here: number, rows: number, page: number): number | null {
  const by = STEPS[key]?.(page)
  return by === undefined || Number.isNaN(here) ? null : Math.min(rows - 1, Math.max(0, here + by))
}

const STEPS: Readonly<Record<string, (page: number) => number>> = {
  ArrowDown: () => 1,
  ArrowUp: () => -1,
  PageDown: (page) => page,
  PageUp: (page) => -page,
  Home: () => Number.NEGATIVE_INFINITY,
  End: () => Number.POSITIVE_INFINITY,
}
