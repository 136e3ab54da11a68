import { stopAfter, stopBefore } from './marker-stops.ts'
import type { Page } from './page.ts'

/** Goes to the nearest marker in that direction, and brings it to sight in the timeline. */
export function showMarker(page: Page, direction: 1 | -1): void {
  const { playback, timeline } = page
  const { cursor, seek } = playback.getState()
  const stop = direction === 1 ? stopAfter(page, cursor) : stopBefore(page, cursor)
  if (stop === null) return
  seek(stop)
  timeline.getState().reveal()
}
