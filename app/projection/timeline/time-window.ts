import type { TimeScale } from './time-scale.ts'

/** The part of a log that the timeline shows, milliseconds of the lab; null: all of it, however it grows. */
export type TimeWindow = { readonly from: number; readonly to: number } | null

/** Milliseconds of width below which nothing more is to be seen. */
const NARROWEST = 5

/** Whether a moment is in sight. */
export const hasMoment = (window: TimeWindow, at: number): boolean =>
  window === null || (at >= window.from && at <= window.to)

type Places = readonly [from: number, to: number]

const placesOf = (window: TimeWindow, whole: TimeScale): Places =>
  window === null ? [0, 1] : [whole.placeOf(window.from), whole.placeOf(window.to)]

/** What lies between two places of the whole. */
export const windowBetween = (whole: TimeScale, from: number, to: number): TimeWindow =>
  from <= 0 && to >= 1 ? null : { from: whole.timeAt(from), to: whole.timeAt(to) }

/**
 * @param factor below 1 shows less
 * @param around what stays in sight; the middle where it is out of sight already
 */
export const zoomed = (window: TimeWindow, whole: TimeScale, factor: number, around: number): TimeWindow => {
  const [from, to] = placesOf(window, whole)
  const place = whole.placeOf(around)
  const still = place > from && place < to ? place : (from + to) / 2
  const wide = Math.max((to - from) * factor, NARROWEST / whole.width)
  const start = still - ((still - from) / (to - from)) * wide
  return windowBetween(whole, Math.max(0, start), Math.min(1, start + wide))
}

/** The same width elsewhere, within the whole. @param by parts of the whole */
export const moved = (window: TimeWindow, whole: TimeScale, by: number): TimeWindow => {
  const [from, to] = placesOf(window, whole)
  const start = Math.min(Math.max(0, from + by), 1 - (to - from))
  return windowBetween(whole, start, start + to - from)
}

/** The same width with a moment in it: as it is where it has it already, else around it. */
export const revealed = (window: TimeWindow, whole: TimeScale, at: number): TimeWindow => {
  if (window === null || hasMoment(window, at)) return window
  const [from, to] = placesOf(window, whole)
  return moved(window, whole, whole.placeOf(at) - (from + to) / 2)
}
