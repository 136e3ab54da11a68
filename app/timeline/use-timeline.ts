import { useMemo } from 'react'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback } from '../playback/use-projection.ts'
import { type TimeScale, timeScale } from '../projection/timeline/time-scale.ts'
import { type TimelineMark, timelineMarks } from '../projection/timeline/timeline-marks.ts'
import type { TimelineLane } from '../projection/timeline/timeline-tick.ts'

/** Milliseconds of the lab; null shows everything that the log has. */
export type TimeWindow = readonly [from: number, to: number] | null

export interface Timeline {
  readonly scale: TimeScale
  readonly lanes: readonly TimelineLane[]
  readonly marks: readonly TimelineMark[]
  /** Of the whole log. */
  readonly whole: readonly [from: number, to: number]
}

/** Ticks more than these are merged before anything else is asked about them. */
const MOST_MARKS = 600

/** The timeline under the log grows ten times a second at most. */
const GROWTH = 100

export function useTimeline(window: TimeWindow, folds: boolean, apart: number): Timeline {
  const page = usePage()
  const filter = usePlayback((state) => state.filter)
  const end = usePlayback(() => Math.ceil((page.trace.log.at(page.trace.log.next - 1)?.at ?? 0) / GROWTH) * GROWTH)
  const count = usePlayback(() => (end > 0 ? page.projections.indexes.timeline.ticks.length : 0))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline changes with the number of ticks
  return useMemo(() => {
    const { timeline } = page.projections.indexes
    const first = timeline.ticks[0]?.at ?? 0
    const whole = [first, Math.max(end, first + 1)] as const
    const [from, to] = window ?? whole
    const ticks = timeline.between(from, to)
    const scale = timeScale(
      ticks.map(({ at }) => at),
      from,
      to,
      folds,
    )
    const { filtered } = page.projections
    const marks = timelineMarks(ticks, scale, Math.max(apart, ticks.length > MOST_MARKS ? 1 / MOST_MARKS : 0), (seq) =>
      filtered.passes(filter, seq),
    )
    return { scale, lanes: lanesOf(timeline.ticks), marks, whole }
  }, [page, window, folds, apart, filter, end, count])
}

/** Clients in the order of their letters, then the server, then what people did. */
function lanesOf(ticks: readonly { readonly lane: TimelineLane }[]): readonly TimelineLane[] {
  const lanes = [...new Set(ticks.map(({ lane }) => lane))]
  const clients = lanes.filter((lane) => lane.startsWith('client:')).toSorted()
  return [...clients, 'server', ...(lanes.includes('marks') ? (['marks'] as const) : [])]
}
