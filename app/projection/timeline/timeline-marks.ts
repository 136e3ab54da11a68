import type { TimeScale } from './time-scale.ts'
import type { TimelineLane, TimelineTick } from './timeline-tick.ts'

/** What is drawn at one place of a lane: a tick, or several that lie too close to be told apart. */
export interface TimelineMark {
  readonly lane: TimelineLane
  /** In `[0, 1]`. */
  readonly place: number
  /** Of the first tick. */
  readonly seq: number
  readonly at: number
  readonly count: number
  readonly folded: boolean
  /** False: the filter hides all of them. */
  readonly passes: boolean
}

/**
 * Ticks as marks, merged where they lie closer than `apart`; what passes the filter is never merged into what does not.
 *
 * @param apart part of the width
 */
export const timelineMarks = (
  ticks: readonly TimelineTick[],
  scale: TimeScale,
  apart: number,
  passes: (seq: number) => boolean,
): readonly TimelineMark[] => {
  const marks: TimelineMark[] = []
  /** Index of the newest mark of each lane and kind. */
  const newest = new Map<string, number>()
  for (const { seq, at, lane, folded } of ticks) {
    const place = scale.placeOf(at)
    const shown = passes(seq)
    const key = `${lane} ${folded} ${shown}`
    const index = newest.get(key)
    const last = index === undefined ? undefined : marks[index]
    if (index !== undefined && last !== undefined && place - last.place < apart) {
      marks[index] = { ...last, count: last.count + 1 }
      continue
    }
    newest.set(key, marks.length)
    marks.push({ lane, place, seq, at, count: 1, folded, passes: shown })
  }
  return marks
}
