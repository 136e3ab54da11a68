import type { TickColumn } from './tick-column.ts'
import type { TickLanes } from './tick-lanes.ts'
import type { TimeScale } from './time-scale.ts'

/** How much happened in one of equally wide parts of a timeline. */
export interface LogDensity {
  readonly shown: number
  readonly hidden: number
  /** Of those that are shown. */
  readonly errors: number
}

/** Counts by place, asked once a part, however many ticks there are. */
export const logDensity = (
  { shown, hidden }: { readonly shown: TickLanes; readonly hidden: TickLanes },
  scale: TimeScale,
  parts: number,
): readonly LogDensity[] => {
  const edges = Array.from({ length: parts - 1 }, (_, part) => scale.timeAt((part + 1) / parts))
  const countsOf = (column: TickColumn): readonly number[] => {
    const bounds = [0, ...edges.map((at) => column.firstFrom(at)), column.length]
    return bounds.slice(1).map((bound, part) => bound - (bounds[part] ?? 0))
  }
  const [faint, errors] = [countsOf(hidden.counted), countsOf(shown.errors)]
  return countsOf(shown.counted).map((count, part) => ({
    shown: count,
    hidden: faint[part] ?? 0,
    errors: errors[part] ?? 0,
  }))
}
