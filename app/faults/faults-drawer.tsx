import { type ReactNode, useId, useState } from 'react'
import { type ClientTag, FAULTS, type FaultName } from '#trace'
import { useLabNow } from '../client/use-lab-now.ts'
import { useSeatedClients } from '../client/use-seated-clients.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { clientName } from '../projection/client-name.ts'
import { PanelHead } from '../styles/panel-head.tsx'
import { FAULT_DURATIONS, type FaultDuration } from './fault-duration.ts'
import { FaultRow } from './fault-row.tsx'
import './faults.css'
import { KillButtons } from './kill-buttons.tsx'
import { useFaults } from './use-faults.ts'

const GROUPS: Readonly<Record<'proxy' | 'peers', readonly FaultName[]>> = {
  proxy: [
    'block-upgrade',
    'buffer-streaming',
    'latency',
    'drop-heart-beats-to-client',
    'drop-heart-beats-to-server',
    'malformed-frame',
  ],
  peers: ['slow-reader', 'wrong-origin', 'bad-token', 'server-restart'],
}

interface FaultsDrawerProps {
  readonly onClose: () => void
  /** The gates, where no diagram shows them. */
  readonly gates: ReactNode
}

/** What can be broken, for whom, and for how long (ux.md c.9). It stands beside the picture and blocks nothing. */
export function FaultsDrawer({ onClose, gates }: FaultsDrawerProps) {
  const { t } = usePhrases()
  const faults = useFaults()
  const [scope, setScope] = useState<ClientTag | null>(null)
  const [duration, setDuration] = useState<FaultDuration>('stay')
  const id = useId()
  return (
    <section className="surface faults-drawer" aria-labelledby={`${id}-title`}>
      <PanelHead title={t('faults.region')} id={`${id}-title`} closeName={t('faults.close')} onClose={onClose} />
      <p className="faults-intro">{t('faults.intro')}</p>
      <div className="faults-when">
        <ScopeSelect scope={scope} onScope={setScope} />
        <DurationSelect duration={duration} onDuration={setDuration} />
      </div>
      {(['proxy', 'peers'] as const).map((group) => (
        <div key={group} className="faults-group">
          <h3 className="faults-group-title">{t(`faults.group-${group}`)}</h3>
          {GROUPS[group].map((fault) => (
            <FaultRow key={fault} kind={FAULTS[fault]} scope={scope} duration={duration} faults={faults} />
          ))}
        </div>
      ))}
      <div className="faults-group">
        <h3 className="faults-group-title">{t('faults.group-kill')}</h3>
        <KillButtons scope={scope} onKill={faults.kill} />
      </div>
      {gates}
      <button
        type="button"
        className="button"
        aria-disabled={faults.active.length === 0}
        onClick={() => faults.active.length > 0 && faults.clear()}
      >
        {t('faults.clear')}
      </button>
    </section>
  )
}

interface ScopeSelectProps {
  readonly scope: ClientTag | null
  readonly onScope: (scope: ClientTag | null) => void
}

function ScopeSelect({ scope, onScope }: ScopeSelectProps) {
  const { t } = usePhrases()
  const id = useId()
  const own = useSeatedClients()
  const seen = useLabNow((lab) => lab.clients)
  const tags = [...new Set([...own, ...seen.filter(({ status }) => status !== 'closed').map(({ tag }) => tag)])]
  return (
    <div className="faults-field">
      <label htmlFor={id}>{t('faults.scope')}</label>
      <select
        id={id}
        className="select"
        value={scope ?? ''}
        onChange={(change) => onScope(change.currentTarget.value || null)}
      >
        <option value="">{t('faults.scope-all')}</option>
        {tags.map((tag) => (
          <option key={tag} value={tag}>
            {t('faults.scope-one', { tag, name: clientName(tag) })}
          </option>
        ))}
      </select>
    </div>
  )
}

interface DurationSelectProps {
  readonly duration: FaultDuration
  readonly onDuration: (duration: FaultDuration) => void
}

function DurationSelect({ duration, onDuration }: DurationSelectProps) {
  const { t } = usePhrases()
  const id = useId()
  return (
    <div className="faults-field">
      <label htmlFor={id}>{t('faults.duration')}</label>
      <select
        id={id}
        className="select"
        value={duration}
        onChange={(change) =>
          onDuration(FAULT_DURATIONS.find((candidate) => candidate === change.currentTarget.value) ?? 'stay')
        }
      >
        {FAULT_DURATIONS.map((candidate) => (
          <option key={candidate} value={candidate}>
            {t(`faults.duration-${candidate}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
