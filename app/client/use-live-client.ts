import { useCallback, useSyncExternalStore } from 'react'
import type { LiveClient, LiveClientState } from './live-client.ts'
import { useLivePage } from './live-page-context.tsx'

/** A card shows a client at most once an animation frame, however much passes its socket. */
export function useLiveClientState(client: LiveClient): LiveClientState {
  const subscribe = useCallback(
    (listener: () => void) => {
      let due: number | null = null
      const unsubscribe = client.subscribeToState(() => {
        due ??= requestAnimationFrame(() => {
          due = null
          listener()
        })
      })
      return () => {
        unsubscribe()
        if (due !== null) cancelAnimationFrame(due)
      }
    },
    [client],
  )
  return useSyncExternalStore(subscribe, () => client.state)
}

export function useRosterClients(): readonly LiveClient[] {
  const { roster } = useLivePage()
  return useSyncExternalStore(
    useCallback((listener: () => void) => roster.subscribe(listener), [roster]),
    () => roster.clients,
  )
}
