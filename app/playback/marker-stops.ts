import type { Page } from './page.ts'

/** Whose markers: those of the log that the filter shows, and the person's own. */
type Marked = Pick<Page, 'projections' | 'playback' | 'timeline'>

/** The cursor at the first marker after a cursor; null: there is none. */
export function stopAfter(marked: Marked, cursor: number): number | null {
  const { indexes, marks, passes } = stopsOf(marked)
  const { markers } = indexes
  const mark = marks.find((placed) => placed.cursor > cursor && placed.cursor <= indexes.log.next)?.cursor
  for (let index = markers.countBefore(cursor); index < markers.length; index++) {
    const stop = (markers.at(index)?.seq ?? 0) + 1
    if (mark !== undefined && mark <= stop) return mark
    if (passes(stop - 1)) return stop
  }
  return mark ?? null
}

/** The cursor at the last marker before a cursor; null: there is none. */
export function stopBefore(marked: Marked, cursor: number): number | null {
  const { indexes, marks, passes } = stopsOf(marked)
  const { markers } = indexes
  const mark = marks.findLast((placed) => placed.cursor < cursor && placed.cursor > indexes.log.first)?.cursor
  for (let index = markers.countBefore(cursor - 1) - 1; index >= 0; index--) {
    const stop = (markers.at(index)?.seq ?? 0) + 1
    if (mark !== undefined && mark >= stop) return mark
    if (passes(stop - 1)) return stop
  }
  return mark ?? null
}

function stopsOf({ projections: { indexes, filtered }, playback, timeline }: Marked) {
  const { filter } = playback.getState()
  return { indexes, marks: timeline.getState().marks, passes: (seq: number) => filtered.passes(filter, seq) }
}
