import { useMediaQuery } from './use-media-query.ts'

/** Widths of ux.md c.1. `phone` has tabs and no canvas; `tablet` has the notes in a drawer. */
export type Breakpoint = 'phone' | 'tablet' | 'small' | 'medium' | 'large'

export function useBreakpoint(): Breakpoint {
  const tablet = useMediaQuery('(min-width: 48rem)')
  const small = useMediaQuery('(min-width: 64rem)')
  const medium = useMediaQuery('(min-width: 90rem)')
  const large = useMediaQuery('(min-width: 105rem)')
  if (large) return 'large'
  if (medium) return 'medium'
  if (small) return 'small'
  return tablet ? 'tablet' : 'phone'
}
