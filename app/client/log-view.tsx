import { useCallback, useId, useSyncExternalStore } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { FramesLog } from './frames-log.tsx'
import type { LiveClient } from './live-client.ts'
import { useRosterClients } from './use-live-client.ts'
import './log-view.css'

/** What all clients of this page sent and received, in one list by time. */
export function LogView() {
  const { t } = usePhrases()
  const title = useId()
  const clients = useRosterClients()
  useFramesSoFar(clients)
  const entries = clients
    .flatMap(({ tag, frames }) => frames.state.rows.map((row) => ({ tag, row })))
    .sort((one, other) => one.row.at - other.row.at)
  const dropped = clients.reduce((sum, { frames }) => sum + frames.state.dropped, 0)
  return (
    <div className="log-view">
      <h2 id={title} className="region-title">
        {t('clients.frames')}
      </h2>
      <FramesLog labelledBy={title} entries={entries} dropped={dropped} named />
    </div>
  )
}

/** Renders anew when a frame more passed one of the clients' sockets. */
function useFramesSoFar(clients: readonly LiveClient[]): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = clients.map((client) => client.subscribeToState(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [clients],
  )
  return useSyncExternalStore(subscribe, () =>
    clients.reduce((sum, { frames }) => sum + frames.state.rows.length + frames.state.dropped, 0),
  )
}
