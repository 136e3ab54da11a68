import { createContext, useContext, useSyncExternalStore } from 'react'
import type { GateBreakpoint } from '#trace'
import type { PageBreakpoints } from './page-breakpoints.ts'

export const GatesContext = createContext<PageBreakpoints | null>(null)

export function usePageBreakpoints(): PageBreakpoints {
  const breakpoints = useContext(GatesContext)
  if (breakpoints === null) throw new Error('usePageBreakpoints needs a GatesContext above')
  return breakpoints
}

export function useBreakpoints(): readonly GateBreakpoint[] {
  const breakpoints = usePageBreakpoints()
  return useSyncExternalStore(breakpoints.subscribe, breakpoints.getAll)
}
