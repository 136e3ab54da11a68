import { useMemo } from 'react'
import type { GateName } from '#trace'
import { useBreakpoints, usePageBreakpoints } from './gates-context.ts'

/** What the ports of the diagram do. */
export function useGateControls(): { readonly set: ReadonlySet<GateName>; onToggle(gate: GateName): void } {
  const breakpoints = usePageBreakpoints()
  const all = useBreakpoints()
  return useMemo(
    () => ({ set: new Set(all.map(({ gate }) => gate)), onToggle: (gate) => breakpoints.toggle(gate) }),
    [all, breakpoints],
  )
}
