import { type RefObject, useLayoutEffect, useRef } from 'react'
import { scrollerOf } from '../scroll/scroller.ts'
import { useReading } from './notes-context.ts'

/** Shows what was found from its beginning; whoever opens nothing of it is back where the reading was left. */
export function useSearchScroll(region: RefObject<HTMLElement | null>, searching: boolean): void {
  const opened = useReading((reading) => reading.opened)
  const left = useRef<{ readonly top: number; readonly opened: number } | null>(null)
  useLayoutEffect(() => {
    const scroller = region.current === null ? null : scrollerOf(region.current)
    if (scroller === null) return
    if (searching) {
      left.current ??= { top: scroller.scrollTop, opened }
      scroller.scrollTop = 0
    } else if (left.current !== null) {
      if (left.current.opened === opened) scroller.scrollTop = left.current.top
      left.current = null
    }
  }, [region, searching, opened])
}
