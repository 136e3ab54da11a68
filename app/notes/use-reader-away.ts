import { type RefObject, useEffect, useRef } from 'react'
import { scrollerOf } from '../scroll/scroller.ts'

const SCROLL_KEYS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']

/** Whether the reader has scrolled the notes since the picture began to show this message. */
export function useReaderAway(text: RefObject<HTMLElement | null>, message: number | null): RefObject<boolean> {
  const away = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message takes the reader along again
  useEffect(() => {
    away.current = false
  }, [message])
  useEffect(() => {
    const scroller = text.current === null ? null : scrollerOf(text.current)
    if (scroller === null) return
    const goAway = () => {
      away.current = true
    }
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (SCROLL_KEYS.includes(key)) goAway()
    }
    // The scroll bar is the scroller's own; what is pressed inside it is the text's.
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target === scroller) goAway()
    }
    scroller.addEventListener('wheel', goAway, { passive: true })
    scroller.addEventListener('touchmove', goAway, { passive: true })
    scroller.addEventListener('keydown', onKeyDown)
    scroller.addEventListener('pointerdown', onPointerDown)
    return () => {
      scroller.removeEventListener('wheel', goAway)
      scroller.removeEventListener('touchmove', goAway)
      scroller.removeEventListener('keydown', onKeyDown)
      scroller.removeEventListener('pointerdown', onPointerDown)
    }
  }, [text])
  return away
}
