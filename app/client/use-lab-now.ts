import { useCallback, useSyncExternalStore } from 'react'
import { usePage } from '../playback/playback-context.tsx'
import type { LabState } from '../projection/lab-state.ts'

/** Changes when the log grew. */
export function useTraceVersion(): number {
  const { trace, views } = usePage()
  return useSyncExternalStore(views.subscribe, trace.getVersion)
}

/**
 * A part of the lab of now, while the diagram shows the lab of the cursor.
 * @param select must return a part, not something made of parts: it is compared by identity
 */
export function useLabNow<T>(select: (lab: LabState) => T): T {
  const { trace, projections, views } = usePage()
  return useSyncExternalStore(views.subscribe, () => select(projections.labStateAt(trace.log.next)))
}

/** The lab of now for what somebody does, without a render when it changes. */
export function useLabWhenAsked(): () => LabState {
  const page = usePage()
  return useCallback(() => page.projections.labStateAt(page.trace.log.next), [page])
}
