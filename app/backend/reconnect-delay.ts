/** Milliseconds before each further try; the last one repeats. */
const DELAYS = [250, 500, 1000, 2000, 4000] as const

/** @param attempt tries that have failed in a row, from 0 */
export function reconnectDelay(attempt: number): number {
  return DELAYS[Math.min(attempt, DELAYS.length - 1)] ?? 0
}
