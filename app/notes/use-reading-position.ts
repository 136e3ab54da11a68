import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { scrollerOf, scrollPadding } from '../scroll/scroller.ts'
import { useNotes } from './notes-context.ts'
import type { Reading } from './reading-store.ts'

/** Milliseconds without scrolling after which the reader has arrived somewhere. */
const ARRIVED = 200

/** So little of a block is still seen when the next one is read, in pixels. */
const MARGIN = 8

/**
 * Puts the reader where the address says, else where this chapter was left, and keeps that place. Blocks are counted,
 * not pixels: the place survives another width and another size of type.
 */
export function useReadingPosition(
  text: RefObject<HTMLElement | null>,
  slug: string,
  { heading, opened }: Reading,
): void {
  const { positions } = useNotes()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same place may be asked for again
  useLayoutEffect(() => {
    const scroller = text.current === null ? null : scrollerOf(text.current)
    if (text.current === null || scroller === null) return
    const named = heading === null ? null : text.current.querySelector<HTMLElement>(`#${CSS.escape(heading)}`)
    const left = positions.get()[slug] ?? 0
    const target = named ?? (left === 0 ? null : text.current.children[left])
    if (target == null) scroller.scrollTop = 0
    else target.scrollIntoView({ block: 'start' })
    named?.focus({ preventScroll: true })
  }, [text, slug, heading, opened, positions])

  useEffect(() => {
    const scroller = text.current === null ? null : scrollerOf(text.current)
    if (scroller === null) return
    let timer = 0
    const keep = () => {
      // While something else is shown in its place, nothing is read.
      if (text.current?.checkVisibility() !== true) return
      const { [slug]: before = 0, ...others } = positions.get()
      const now = topBlock(text.current, scroller)
      if (now !== before) positions.set(now === 0 ? others : { ...others, [slug]: now })
    }
    const onScroll = () => {
      clearTimeout(timer)
      timer = window.setTimeout(keep, ARRIVED)
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      scroller.removeEventListener('scroll', onScroll)
    }
  }, [text, slug, positions])
}

/** The first block of which something is seen; 0 at the beginning. */
function topBlock(text: HTMLElement | null, scroller: HTMLElement): number {
  if (text === null || scroller.scrollTop <= 0) return 0
  const edge = scroller.getBoundingClientRect().top + scrollPadding(scroller) + MARGIN
  return Math.max(
    0,
    [...text.children].findIndex((block) => block.getBoundingClientRect().bottom > edge),
  )
}
