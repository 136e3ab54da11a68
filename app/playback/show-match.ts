import type { Page } from './page.ts'

/** Goes to the nearest match of the search in that direction, round the end. */
export function showMatch({ playback, projections }: Page, direction: 1 | -1): void {
  const { sought, filter, cursor, showStepOf } = playback.getState()
  const seq = projections.matches.nearest(sought, filter, cursor, direction)
  if (seq !== undefined) showStepOf(seq)
}
