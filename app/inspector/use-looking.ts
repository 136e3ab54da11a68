import type { KeyboardEvent, MouseEvent } from 'react'
import { type LookedAt, useSpanActions } from './span-focus.ts'

/** What makes a part, or an octet, be looked at by pointer and keyboard, and pinned by a click or Space. */
export function useLooking(at: LookedAt) {
  const { look, pin } = useSpanActions()
  return {
    onPointerEnter: () => look(at),
    onPointerLeave: () => look(null),
    onFocus: () => look(at),
    onBlur: () => look(null),
    onClick: (click: MouseEvent) => {
      click.stopPropagation()
      pin(at)
    },
    onKeyDown: (keyDown: KeyboardEvent) => {
      if (keyDown.key !== ' ') return
      keyDown.preventDefault()
      pin(at)
    },
  }
}
