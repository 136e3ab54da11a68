import type { LogIndexes } from './log-indexes.ts'

/** Below it nobody perceives that the display is behind, milliseconds. */
const PERCEPTIBLE_MS = 300

/**
 * How long before the newest event it happened what a display that follows the log shows, in milliseconds; 0 where
 * nobody perceives it, and where little happens: then each hop is shown slowly on purpose.
 */
export function displayLag({ log, schedule }: LogIndexes, cursor: number): number {
  if (!schedule.busy) return 0
  const lag = (log.at(log.next - 1)?.at ?? 0) - (log.at(cursor - 1)?.at ?? 0)
  return lag < PERCEPTIBLE_MS ? 0 : lag
}
