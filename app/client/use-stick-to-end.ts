import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** A reader who is within so many pixels of the end reads the end. */
const NEAR = 12

export interface StickToEnd {
  readonly box: RefObject<HTMLDivElement | null>
  readonly atEnd: boolean
  /** Rows that came while the reader was elsewhere. */
  readonly unseen: number
  readonly onScroll: () => void
  readonly toEnd: () => void
}

/** @param count rows that there ever were */
export function useStickToEnd(count: number): StickToEnd {
  const box = useRef<HTMLDivElement>(null)
  /** Null while the end is in view, else the count when it was left. */
  const [leftAt, leave] = useState<number | null>(null)

  // Each new row, hence the count, moves the end away from under the reader.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    if (leftAt === null && box.current !== null) box.current.scrollTop = box.current.scrollHeight
  }, [count, leftAt])

  return {
    box,
    atEnd: leftAt === null,
    unseen: leftAt === null ? 0 : count - leftAt,
    onScroll() {
      const element = box.current
      if (element === null) return
      const away = element.scrollHeight - element.scrollTop - element.clientHeight > NEAR
      leave((before) => (away ? (before ?? count) : null))
    },
    toEnd: () => leave(null),
  }
}
