import type { IdleBreak, IdleStretches } from './idle-stretches.ts'

/** Between milliseconds of the lab and places of `[0, 1]`, with idle stretches folded. */
export interface TimeScale {
  readonly from: number
  readonly to: number
  placeOf(at: number): number
  timeAt(place: number): number
  /** Milliseconds of width that are seen. */
  readonly width: number
}

/** @param idle what is folded; null: nothing */
export const timeScale = (idle: IdleStretches | null, from: number, to: number): TimeScale => {
  const drawn = (at: number): number => idle?.drawn(at) ?? at
  const start = drawn(from)
  const width = Math.max(1, drawn(to) - start)
  return {
    from,
    to,
    width,
    placeOf: (at) => (drawn(clamped(at, from, to)) - start) / width,
    timeAt: (place) => {
      const reached = start + clamped(place, 0, 1) * width
      return idle?.undrawn(reached) ?? reached
    },
  }
}

/**
 * The folded stretches that are seen whole or in part.
 *
 * @param apart part of the width, below which two cannot be told apart: of those only the first
 */
export const idleBreaks = (idle: IdleStretches, scale: TimeScale, apart: number): readonly IdleBreak[] => {
  const breaks: IdleBreak[] = []
  for (let at = scale.from; ; ) {
    const next = idle.notOverAt(at)
    if (next === undefined || next.from >= scale.to) return breaks
    breaks.push(next)
    at = Math.max(next.to, scale.timeAt(scale.placeOf(next.to) + apart))
  }
}

const clamped = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
