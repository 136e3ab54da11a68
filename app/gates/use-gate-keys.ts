import { useCallback } from 'react'
import { useLivePage } from '../client/live-page-context.tsx'
import { useLabNow } from '../client/use-lab-now.ts'

export interface GateKeys {
  /** Lets go what has waited longest. */
  release(): void
  releaseAll(): void
}

export function useGateKeys(): GateKeys {
  const { backend } = useLivePage()
  const oldest = useLabNow((lab) => lab.atGates[0]?.held)
  const release = useCallback(() => {
    if (oldest !== undefined) void backend.send({ command: 'release', held: oldest })
  }, [backend, oldest])
  const releaseAll = useCallback(() => {
    if (oldest !== undefined) void backend.send({ command: 'release', held: 'all' })
  }, [backend, oldest])
  return { release, releaseAll }
}
