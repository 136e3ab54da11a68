import { useCallback, useSyncExternalStore } from 'react'
import type { LiveClient } from './live-client.ts'
import type { LiveClientState } from './live-client-state.ts'
import { useLivePage } from './live-page-context.tsx'

/** A page in the background is drawn rarely or never; its cards still keep up. */
const LONGEST_WAIT = 100

/** A card shows a client at most once an animation frame, however much passes its socket. */
export function useLiveClientState(client: LiveClient): LiveClientState {
  const subscribe = useCallback(
    (listener: () => void) => {
      let callOff: (() => void) | null = null
      const show = () => {
        callOff?.()
        callOff = null
        listener()
      }
      const unsubscribe = client.subscribeToState(() => {
        callOff ??= soon(show)
      })
      return () => {
        unsubscribe()
        callOff?.()
      }
    },
    [client],
  )
  return useSyncExternalStore(subscribe, () => client.state)
}

/** @returns calls it off */
function soon(run: () => void): () => void {
  const frame = requestAnimationFrame(run)
  const timer = setTimeout(run, LONGEST_WAIT)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

export function useRosterClients(): readonly LiveClient[] {
  const { roster } = useLivePage()
  return useSyncExternalStore(
    useCallback((listener: () => void) => roster.subscribe(listener), [roster]),
    () => roster.clients,
  )
}
