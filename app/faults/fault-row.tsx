import { useId, useState } from 'react'
import type { ActiveFault, ClientTag, FaultChange, FaultKind } from '#trace'
import { useLivePage } from '../client/live-page-context.tsx'
import { useEverySecond } from '../client/use-every-second.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { clientName } from '../projection/client-name.ts'
import { FaultIcon } from '../styles/fault-icon.tsx'
import { type FaultDuration, lasting } from './fault-duration.ts'
import { FaultOptions } from './fault-options.tsx'
import type { Faults } from './use-faults.ts'

interface FaultRowProps {
  /** With the options that it begins with. */
  readonly kind: FaultKind
  readonly scope: ClientTag | null
  readonly duration: FaultDuration
  readonly faults: Faults
}

/** One fault: its thing, what it teaches, a switch, and its options while it is of use to see them. */
export function FaultRow({ kind, scope, duration, faults }: FaultRowProps) {
  const { t } = usePhrases()
  const id = useId()
  const [wanted, setWanted] = useState(kind)
  const on = faults.active.filter(({ fault }) => fault === kind.fault)
  const current = fittingScope(on, scope)
  const toggle = () => {
    if (current === undefined) faults.change({ ...wanted, on: true, ...scopeOf(scope), ...lasting(duration) })
    else faults.change({ fault: kind.fault, on: false, ...scopeOf(scope === null ? null : current.client) })
  }
  const choose = (options: FaultKind) => {
    setWanted(options)
    if (current !== undefined) faults.change({ ...options, on: true, ...scopeOf(current.client) })
  }
  return (
    <div className="fault-row" data-on={current !== undefined || undefined}>
      <span className="fault-icon">
        <FaultIcon fault={kind.fault} size={20} />
      </span>
      <span className="fault-words">
        <span id={`${id}-name`} className="fault-name">
          {t(`faults.name-${kind.fault}`)}
        </span>
        <span id={`${id}-about`} className="fault-about">
          {t(`faults.about-${kind.fault}`)}
        </span>
        {on.map((fault) => (
          <OnLine key={fault.client ?? ''} fault={fault} />
        ))}
      </span>
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={current !== undefined}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-about`}
        onClick={toggle}
      />
      <FaultOptions kind={current ?? wanted} onChoice={choose} />
    </div>
  )
}

/** For whom it is on, and how long still. */
function OnLine({ fault }: { readonly fault: ActiveFault }) {
  const { t } = usePhrases()
  const { backend } = useLivePage()
  useEverySecond()
  const { client, until, once } = fault
  const parts = [
    client === null ? t('faults.on-for-all') : t('faults.on-for', { who: clientName(client) }),
    ...(once ? [t('faults.strikes-once')] : []),
    ...(until === null
      ? []
      : [t('faults.ends-in', { seconds: Math.max(0, Math.ceil((until - backend.labTime()) / 1000)) })]),
  ]
  return <span className="fault-on">{parts.join(' · ')}</span>
}

/** What the switch of a scope shows: its own fault, one for all, or, seen from all, any. */
function fittingScope(on: readonly ActiveFault[], scope: ClientTag | null): ActiveFault | undefined {
  return on.find(({ client }) => client === scope) ?? on.find(({ client }) => client === null || scope === null)
}

function scopeOf(client: ClientTag | null): Pick<FaultChange, 'client'> {
  return client === null ? {} : { client }
}
