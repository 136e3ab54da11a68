import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { rowTowards } from './row-towards.ts'

/**
 * One stop of Tab for all rows; keys go from row to row, also to one that is out of sight and not there yet.
 *
 * @param scrollTo brings a row to sight
 * @returns what the rows do with a key
 */
export function useRowFocus(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  scrollTo: (index: number) => void,
): (keyDown: KeyboardEvent<HTMLElement>) => void {
  const wanted = useRef<number | null>(null)
  const focusWanted = () => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)
    if (row === null || row === undefined) return
    wanted.current = null
    row.focus({ preventScroll: true })
  }
  useLayoutEffect(() => {
    if (wanted.current !== null) focusWanted()
  })
  return (keyDown) => {
    const at = document.activeElement?.closest('[data-index]')
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / Math.max(1, at?.clientHeight ?? 0)) - 1
    const here = wanted.current ?? Number(at?.getAttribute('data-index') ?? Number.NaN)
    const target = rowTowards(keyDown.key, here, rows, Math.max(1, page))
    if (target === null) return
    keyDown.preventDefault()
    wanted.current = target
    scrollTo(target)
    focusWanted()
  }
}
