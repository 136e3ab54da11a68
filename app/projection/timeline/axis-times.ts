import type { IdleBreak } from './idle-stretches.ts'
import type { TimeScale } from './time-scale.ts'

/** Milliseconds between two times of an axis. */
const STEPS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000,
]

/**
 * Round times to write on an axis, never in a folded stretch, whose width says nothing.
 *
 * @param breaks what is folded of it
 * @param apart part of the width that a time needs
 */
export const axisTimes = (scale: TimeScale, breaks: readonly IdleBreak[], apart: number): readonly number[] => {
  const step = STEPS.find((wide) => wide >= scale.width * apart) ?? 3_600_000
  const roundFrom = (at: number): number => Math.ceil(at / step) * step
  const times: number[] = []
  for (let at = roundFrom(scale.from); at <= scale.to; ) {
    const fold = breaks.find(({ from, to }) => at > from && at < to)
    if (fold !== undefined) {
      at = roundFrom(fold.to)
      continue
    }
    times.push(at)
    at = Math.max(at + step, roundFrom(scale.timeAt(scale.placeOf(at) + apart)))
  }
  return times
}
