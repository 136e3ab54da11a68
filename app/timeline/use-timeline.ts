import { useMemo } from 'react'
import { STATIONS } from '#trace'
import { usePage } from '../playback/playback-context.tsx'
import { foldedStretches, shownWindow, timelineEnd, wholeScale } from '../playback/timeline-store.ts'
import { usePlayback } from '../playback/use-projection.ts'
import { useTimelineState } from '../playback/use-timeline-state.ts'
import { type DrawnTick, drawnTicks, foundTicks } from '../projection/timeline/drawn-ticks.ts'
import type { IdleBreak } from '../projection/timeline/idle-stretches.ts'
import { type LogDensity, logDensity } from '../projection/timeline/log-density.ts'
import { idleBreaks, type TimeScale, timeScale } from '../projection/timeline/time-scale.ts'
import type { TimeWindow } from '../projection/timeline/time-window.ts'
import type { TimelineLane } from '../projection/timeline/timeline-tick.ts'

export interface Timeline {
  /** How wide the lanes are. */
  readonly pixels: number
  readonly window: TimeWindow
  readonly scale: TimeScale
  /** Of all that the log has. */
  readonly whole: TimeScale
  readonly lanes: readonly TimelineLane[]
  readonly ticks: readonly DrawnTick[]
  /** What the search finds. */
  readonly found: readonly DrawnTick[]
  readonly breaks: readonly IdleBreak[]
  /** What lies where in the whole; null: it is too short to be looked at from afar. */
  readonly density: readonly LogDensity[] | null
}

/** Pixels below which two cannot be told apart, or pressed one by one. */
const APART = { ticks: 24, pills: 48, faint: 4, breaks: 10, density: 4 }

/** Milliseconds of the log above which it is shown from afar as well (ux.md c.4). */
const LONG = 60_000

/** @param pixels how wide the lanes are */
export function useTimeline(pixels: number): Timeline {
  const page = usePage()
  const filter = usePlayback((state) => state.filter)
  const sought = usePlayback((state) => state.sought)
  const chosen = useTimelineState((state) => state.window)
  const keepsCursor = useTimelineState((state) => state.keepsCursor)
  const foldsIdle = useTimelineState((state) => state.foldsIdle)
  const beats = useTimelineState((state) => state.beats)
  const opensServer = useTimelineState((state) => state.opensServer)
  const hasMarks = useTimelineState((state) => state.marks.length > 0)
  // Where all of it is seen, nothing moves with the cursor.
  const cursorAt = usePlayback(({ cursor }) =>
    chosen === null || !keepsCursor ? 0 : (page.trace.log.at(cursor - 1)?.at ?? 0),
  )
  const end = usePlayback(() => timelineEnd(page.projections.indexes))
  const length = usePlayback(() => (end > 0 ? page.projections.indexes.timeline.length : 0))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline changes with its end and the number of its ticks
  return useMemo(() => {
    const { indexes, filtered, matches } = page.projections
    const filteredLanes = filtered.lanes(filter)
    const idle = foldedStretches(indexes, { foldsIdle, beats })
    const whole = wholeScale(indexes, { foldsIdle, beats })
    const window = shownWindow({ window: chosen, keepsCursor }, whole, cursorAt)
    const scale = window === null ? whole : timeScale(idle, window.from, window.to)
    const lanes = orderedLanes(indexes.timeline.lanes.lanes, opensServer, hasMarks)
    const apart = { ticks: APART.ticks / pixels, pills: APART.pills / pixels, faint: APART.faint / pixels }
    return {
      pixels,
      window,
      scale,
      whole,
      lanes,
      ticks: drawnTicks(lanes, filteredLanes, scale, apart, beats),
      found: foundTicks(lanes, matches.ticks(sought, filter), scale, apart.faint, beats),
      breaks: idle === null ? [] : idleBreaks(idle, scale, APART.breaks / pixels),
      density:
        whole.to - whole.from > LONG
          ? logDensity(filteredLanes, whole, Math.max(1, Math.floor(pixels / APART.density)))
          : null,
    }
  }, [
    page,
    chosen,
    keepsCursor,
    cursorAt,
    foldsIdle,
    beats,
    opensServer,
    hasMarks,
    filter,
    sought,
    end,
    length,
    pixels,
  ])
}

/** Clients in the order of their letters, then the server and its parts along the flow, then markers. */
function orderedLanes(
  lanes: readonly TimelineLane[],
  opensServer: boolean,
  hasMarks: boolean,
): readonly TimelineLane[] {
  const known = new Set(lanes)
  const parts = STATIONS.map((station): TimelineLane => `server:${station}`)
  return [
    ...lanes.filter((lane) => lane.startsWith('client:')).toSorted(),
    'server',
    ...(opensServer ? parts.filter((lane) => known.has(lane)) : []),
    ...(hasMarks || known.has('marks') ? (['marks'] as const) : []),
  ]
}
