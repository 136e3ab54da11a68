import { useRef } from 'react'
import { useMediaQuery } from './use-media-query.ts'

/** `phone` has tabs and no canvas; `tablet` has the notes in a drawer. */
export type Breakpoint = 'phone' | 'tablet' | 'small' | 'medium' | 'large'

/** By the widths of ux.md c.1. Paper is none of them: the page behind it stays as it is. */
export function useBreakpoint(): Breakpoint {
  const printing = usePrinting()
  const width = useWidth()
  const last = useRef(width)
  if (!printing) last.current = width
  return last.current
}

export function usePrinting(): boolean {
  return useMediaQuery('print')
}

function useWidth(): Breakpoint {
  const tablet = useMediaQuery('(min-width: 48rem)')
  const small = useMediaQuery('(min-width: 64rem)')
  const medium = useMediaQuery('(min-width: 90rem)')
  const large = useMediaQuery('(min-width: 105rem)')
  if (large) return 'large'
  if (medium) return 'medium'
  if (small) return 'small'
  return tablet ? 'tablet' : 'phone'
}
