import { useId, useMemo } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { FramesLog } from './frames-log.tsx'
import { useFrameLogs, useRosterClients } from './use-live-client.ts'
import './log-view.css'

/** What all clients of this page sent and received, in one list by time. */
export function LogView() {
  const { t } = usePhrases()
  const title = useId()
  const clients = useRosterClients()
  const logs = useFrameLogs(clients)
  const entries = useMemo(
    () =>
      clients
        .flatMap(({ tag }, index) => (logs[index]?.rows ?? []).map((row) => ({ tag, row })))
        .sort((one, other) => one.row.at - other.row.at),
    [clients, logs],
  )
  const dropped = logs.reduce((sum, log) => sum + log.dropped, 0)
  return (
    <div className="log-view">
      <h2 id={title} className="region-title">
        {t('clients.frames')}
      </h2>
      <FramesLog labelledBy={title} entries={entries} dropped={dropped} named />
    </div>
  )
}
