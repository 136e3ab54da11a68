import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { ClaimSeen } from './claim-count.ts'
import type { PredictionState, Tally } from './predictions.ts'
import type { Proof } from './proof.ts'
import type { RunState } from './run-state.ts'

export const ProofContext = createContext<Proof | null>(null)

export function useProof(): Proof {
  const proof = useContext(ProofContext)
  if (proof === null) throw new Error('useProof needs a ProofContext above')
  return proof
}

export function useRunState(): RunState {
  const { runs } = useProof()
  return useSyncExternalStore(runs.subscribe, () => runs.state)
}

export function useClaimSeen(name: string): ClaimSeen {
  const { claims } = useProof()
  return useSyncExternalStore(
    useCallback((listener: () => void) => claims.watch(name, listener), [claims, name]),
    () => claims.seen(name),
  )
}

export function usePrediction(name: string): PredictionState {
  const { predictions } = useProof()
  return useSyncExternalStore(predictions.subscribe, () => predictions.stateOf(name))
}

export function useTally(): Tally {
  const { predictions } = useProof()
  return useSyncExternalStore(predictions.subscribe, () => predictions.tally)
}
