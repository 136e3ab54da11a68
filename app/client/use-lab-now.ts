import { useSyncExternalStore } from 'react'
import { usePage } from '../playback/playback-context.tsx'
import type { LabState } from '../projection/lab-state.ts'

/** Changes with each animation frame in which the log grew. */
export function useTraceVersion(): number {
  const { trace } = usePage()
  return useSyncExternalStore(trace.subscribe, trace.getVersion)
}

/**
 * A part of the lab of now, while the diagram shows the lab of the cursor.
 * @param select must return a part, not something made of parts: it is compared by identity
 */
export function useLabNow<T>(select: (lab: LabState) => T): T {
  const { trace, projections } = usePage()
  return useSyncExternalStore(trace.subscribe, () => select(projections.labStateAt(trace.log.next)))
}
