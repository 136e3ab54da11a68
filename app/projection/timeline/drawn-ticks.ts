import type { FilteredLanes } from './filtered-ticks.ts'
import type { TickColumn } from './tick-column.ts'
import type { TickLanes } from './tick-lanes.ts'
import type { TimeScale } from './time-scale.ts'
import type { TickKind, TimelineLane } from './timeline-tick.ts'

/** How heart-beats are drawn: each run as a pill, each beat, or not at all (ux.md c.2). */
export type BeatsShown = (typeof BEATS_SHOWN)[number]

export const BEATS_SHOWN = ['folded', 'shown', 'hidden'] as const

/** What is drawn at one place of a lane: a tick, or several that lie too close to be told apart. */
export interface DrawnTick {
  readonly lane: TimelineLane
  readonly kind: TickKind
  /** In `[0, 1]`. */
  readonly place: number
  /** Of the first tick. */
  readonly seq: number
  /** Of the last tick. */
  readonly last: number
  readonly at: number
  readonly count: number
  /** False: the filter hides all of them. */
  readonly passes: boolean
  /** A run of heart-beats; `short` where something would lie over a wide one. */
  readonly pill: 'wide' | 'short' | null
}

/** How close two may lie, parts of the width. */
export interface TickDistances {
  readonly ticks: number
  readonly pills: number
  readonly faint: number
}

/**
 * What is drawn of some lanes. The work is in proportion to what comes out, however many ticks there are: from one that
 * is drawn, the search goes on behind all that would lie over it.
 */
export const drawnTicks = (
  lanes: readonly TimelineLane[],
  { shown, hidden }: FilteredLanes,
  scale: TimeScale,
  apart: TickDistances,
  beats: BeatsShown,
): readonly DrawnTick[] =>
  lanes.flatMap((lane) => [
    ...ticksOf(hidden, lane, 'event', scale, apart.faint, false),
    ...ticksOf(hidden, lane, 'error', scale, apart.faint, false),
    ...(beats === 'shown' ? ticksOf(shown, lane, 'heart-beat', scale, apart.ticks, true) : []),
    ...(beats === 'folded' ? beatRuns(shown, lane, scale, apart) : []),
    ...ticksOf(shown, lane, 'event', scale, apart.ticks, true),
    ...ticksOf(shown, lane, 'error', scale, apart.ticks, true),
  ])

/** Where a search finds something in some lanes, no two closer than can be told apart. */
export const foundTicks = (
  lanes: readonly TimelineLane[],
  found: TickLanes,
  scale: TimeScale,
  apart: number,
  beats: BeatsShown,
): readonly DrawnTick[] =>
  lanes.flatMap((lane) => [
    ...(beats === 'hidden' ? [] : ticksOf(found, lane, 'heart-beat', scale, apart, true)),
    ...ticksOf(found, lane, 'event', scale, apart, true),
    ...ticksOf(found, lane, 'error', scale, apart, true),
  ])

function* ticksOf(
  ticks: TickLanes,
  lane: TimelineLane,
  kind: TickKind,
  scale: TimeScale,
  apart: number,
  passes: boolean,
): Generator<DrawnTick> {
  const column = ticks.column(lane, kind)
  if (column === null) return
  const end = column.firstAfter(scale.to)
  for (let index = column.firstFrom(scale.from); index < end; ) {
    const at = column.timeAt(index) ?? scale.to
    const place = scale.placeOf(at)
    const next = firstBehind(column, index, place + apart, scale, end)
    const [seq = 0, last = 0] = [column.seqAt(index), column.seqAt(next - 1)]
    yield { lane, kind, place, seq, last, at, count: next - index, passes, pill: null }
    index = next
  }
}

/** Heart-beats between which nothing else happened in the lane, in the middle of their time. */
function* beatRuns(ticks: TickLanes, lane: TimelineLane, scale: TimeScale, apart: TickDistances): Generator<DrawnTick> {
  const beats = ticks.column(lane, 'heart-beat')
  const events = ticks.column(lane, 'event')
  if (beats === null) return
  const end = beats.firstAfter(scale.to)
  const placeOfEvent = (index: number, none: number): number => {
    const at = events?.timeAt(index)
    return at === undefined ? none : scale.placeOf(at)
  }
  for (let index = beats.firstFrom(scale.from); index < end; ) {
    const at = beats.timeAt(index) ?? scale.to
    const following = events?.firstAfter(at) ?? 0
    const over = Math.min(end, beats.firstFrom(events?.timeAt(following) ?? Number.POSITIVE_INFINITY))
    const place = (scale.placeOf(at) + scale.placeOf(beats.timeAt(over - 1) ?? at)) / 2
    const room = Math.min(place - placeOfEvent(following - 1, 0), placeOfEvent(following, 1) - place)
    const next = Math.max(over, firstBehind(beats, index, place + apart.pills, scale, end))
    yield {
      lane,
      kind: 'heart-beat',
      place,
      seq: beats.seqAt(index) ?? 0,
      last: beats.seqAt(next - 1) ?? 0,
      at,
      count: next - index,
      passes: true,
      pill: room >= (apart.pills + apart.ticks) / 2 ? 'wide' : 'short',
    }
    index = next
  }
}

/** The first tick after `index` that does not lie before `place`. */
const firstBehind = (column: TickColumn, index: number, place: number, scale: TimeScale, end: number): number =>
  place >= 1 ? end : Math.min(end, Math.max(index + 1, column.firstFrom(scale.timeAt(place))))
