import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LogIndexes } from '../projection/log-indexes.ts'
import type { BeatsShown } from '../projection/timeline/drawn-ticks.ts'
import type { IdleStretches } from '../projection/timeline/idle-stretches.ts'
import { type TimeScale, timeScale } from '../projection/timeline/time-scale.ts'
import { hasMoment, revealed, type TimeWindow, zoomed } from '../projection/timeline/time-window.ts'
import { orderedMarks, type PlacedMark, withLabel, withMarkToggled } from './placed-marks.ts'

/** What the person wants to see of the log over time, and the marks that they set. */
export interface TimelineState {
  readonly window: TimeWindow
  /** The window goes along with the cursor, as long as the person looks at where it is. */
  readonly keepsCursor: boolean
  readonly foldsIdle: boolean
  readonly beats: BeatsShown
  /** One lane a channel and handler. */
  readonly opensServer: boolean
  readonly pausesAtMarkers: boolean
  /** By time. */
  readonly marks: readonly PlacedMark[]
}

export interface TimelineActions {
  show(window: TimeWindow): void
  /** @param factor below 1 shows less */
  zoom(factor: number): void
  set(choice: Partial<Pick<TimelineState, 'foldsIdle' | 'beats' | 'opensServer' | 'pausesAtMarkers'>>): void
  /** Sets a mark where the cursor is, or takes it away. */
  toggleMark(): void
  removeMark(cursor: number): void
  labelMark(cursor: number, label: string): void
  setMarks(marks: readonly PlacedMark[]): void
  /** Brings the cursor to sight. */
  reveal(): void
  /** Another log: what was said of the one before says nothing of it. */
  forget(): void
}

export type TimelineStore = StoreApi<TimelineState & TimelineActions>

/** What the timeline is of. */
export interface TimelineSource {
  indexes(): LogIndexes
  cursor(): number
}

export function createTimelineStore({ indexes, cursor }: TimelineSource): TimelineStore {
  return createStore((set, get) => {
    const shownAt = (): number => indexes().log.at(cursor() - 1)?.at ?? 0
    const show = (window: TimeWindow): void => set({ window, keepsCursor: hasMoment(window, shownAt()) })
    return {
      window: null,
      keepsCursor: true,
      foldsIdle: true,
      beats: 'folded',
      opensServer: false,
      pausesAtMarkers: false,
      marks: [],
      show,
      zoom: (factor) => {
        const whole = wholeScale(indexes(), get())
        show(zoomed(shownWindow(get(), whole, shownAt()), whole, factor, shownAt()))
      },
      set: (choice) => set(choice),
      toggleMark: () => set(({ marks }) => ({ marks: withMarkToggled(marks, cursor()) })),
      removeMark: (marked) => set(({ marks }) => ({ marks: marks.filter((mark) => mark.cursor !== marked) })),
      labelMark: (marked, label) => set(({ marks }) => ({ marks: withLabel(marks, marked, label) })),
      setMarks: (marks) => set({ marks: orderedMarks(marks) }),
      reveal: () => set({ keepsCursor: true }),
      forget: () => set({ window: null, keepsCursor: true, marks: [] }),
    }
  })
}

/** What of the log is seen while the cursor is at a moment. */
export function shownWindow(
  { window, keepsCursor }: Pick<TimelineState, 'window' | 'keepsCursor'>,
  whole: TimeScale,
  at: number,
): TimeWindow {
  return keepsCursor ? revealed(window, whole, at) : window
}

/** The timeline under a growing log grows ten times a second at most, milliseconds. */
const GROWTH = 100

/** Where the timeline ends, milliseconds of the lab. */
export function timelineEnd({ log }: LogIndexes): number {
  return Math.ceil((log.at(log.next - 1)?.at ?? 0) / GROWTH) * GROWTH
}

/** Of all that the log has. */
export function wholeScale(indexes: LogIndexes, choice: Pick<TimelineState, 'foldsIdle' | 'beats'>): TimeScale {
  const { begin } = indexes.timeline
  return timeScale(foldedStretches(indexes, choice), begin, Math.max(begin + 1, timelineEnd(indexes)))
}

/** Beats that are drawn one by one need their place. */
export function foldedStretches(
  { timeline }: LogIndexes,
  { foldsIdle, beats }: Pick<TimelineState, 'foldsIdle' | 'beats'>,
): IdleStretches | null {
  if (!foldsIdle) return null
  return beats === 'shown' ? timeline.idleBetweenBeats : timeline.idle
}
