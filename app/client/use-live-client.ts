import { useCallback, useRef, useSyncExternalStore } from 'react'
import { usePage } from '../playback/playback-context.tsx'
import type { FrameLogState } from './client-frame-log.ts'
import type { LiveClient } from './live-client.ts'
import type { LiveClientState } from './live-client-state.ts'
import { useLivePage } from './live-page-context.tsx'

/** A page in the background is drawn rarely or never; its cards still keep up. */
const LONGEST_WAIT = 100

export function useLiveClientState(client: LiveClient): LiveClientState {
  return useWithViews(
    useCallback((listener) => client.subscribeToState(listener), [client]),
    () => client.state,
  )
}

export function useFrameLog({ frames }: LiveClient): FrameLogState {
  return useWithViews(
    useCallback((listener) => frames.subscribe(listener), [frames]),
    () => frames.state,
  )
}

/** What all of them sent and received: as many states as clients, in their order. */
export function useFrameLogs(clients: readonly LiveClient[]): readonly FrameLogState[] {
  const states = useRef<readonly FrameLogState[]>([])
  return useWithViews(
    useCallback(
      (listener) => {
        const stops = clients.map(({ frames }) => frames.subscribe(listener))
        return () => {
          for (const stop of stops) stop()
        }
      },
      [clients],
    ),
    () => {
      const now = clients.map(({ frames }) => frames.state)
      const isSame =
        now.length === states.current.length && now.every((state, index) => state === states.current[index])
      if (!isSame) states.current = now
      return states.current
    },
  )
}

/**
 * A card shows a client when the page's other views look, which hear of it at most once an animation frame.
 * @param subscribe the same as long as the source is
 */
function useWithViews<T>(subscribe: (listener: () => void) => () => void, read: () => T): T {
  const { views } = usePage()
  const subscribeWithViews = useCallback(
    (listener: () => void) => {
      let callOff: (() => void) | null = null
      const ask = () => {
        callOff?.()
        callOff = null
        views.ask()
      }
      const leave = views.subscribe(listener)
      const unsubscribe = subscribe(() => {
        callOff ??= soon(ask)
      })
      return () => {
        leave()
        unsubscribe()
        callOff?.()
      }
    },
    [subscribe, views],
  )
  return useSyncExternalStore(subscribeWithViews, read)
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
