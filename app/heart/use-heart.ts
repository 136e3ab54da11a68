import type { ClientTag } from '#trace'
import { usePage } from '../playback/playback-context.tsx'
import { useLabTimeAtCursor } from '../playback/use-lab-time-at-cursor.ts'
import { usePlayback } from '../playback/use-projection.ts'
import type { HeartState } from '../projection/heart-state.ts'
import { type HeartView, heartView, isHeartRunning } from '../projection/heart-view.ts'

/** Milliseconds. Only where time alone changes something, and the cursor is now. */
const TICK = 1000

/** A client's heart at the cursor. */
export interface ShownHeart {
  readonly heart: HeartState
  readonly view: HeartView
  /** On the lab's clock. */
  readonly now: number
}

/** Of every client whose heart there is something to see of. */
export function useHearts(): readonly ShownHeart[] {
  const { projections } = usePage()
  const hearts = usePlayback(({ cursor }) => projections.heartsAt(cursor))
  const now = useLabTimeAtCursor(hearts.some(isHeartRunning), TICK)
  return hearts.flatMap((heart) => {
    const view = heartView(heart, now)
    return view === null ? [] : [{ heart, view, now }]
  })
}

/** Null: there is nothing to see. */
export function useHeart(tag: ClientTag): ShownHeart | null {
  const { projections } = usePage()
  const heart = usePlayback(({ cursor }) => projections.heartsAt(cursor).find(({ client }) => client === tag))
  const now = useLabTimeAtCursor(heart !== undefined && isHeartRunning(heart), TICK)
  const view = heart === undefined ? null : heartView(heart, now)
  return heart === undefined || view === null ? null : { heart, view, now }
}
