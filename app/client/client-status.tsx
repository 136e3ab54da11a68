import type { PhraseKey } from '../../content/phrases/index.ts'
import { usePhrases } from '../language/use-phrases.ts'
import type { LiveClientStatus } from './live-client-state.ts'
import { useLivePage } from './live-page-context.tsx'
import { useEverySecond } from './use-every-second.ts'

const STATUS_PHRASES: Readonly<Record<LiveClientStatus, PhraseKey>> = {
  idle: 'clients.status-idle',
  connecting: 'clients.status-connecting',
  connected: 'clients.status-connected',
  reconnecting: 'clients.status-reconnecting',
  closed: 'clients.status-closed',
}

interface ClientStatusProps {
  readonly status: LiveClientStatus
  /** On the lab's clock; null: nothing is waited for. */
  readonly reconnectAt: number | null
}

export function ClientStatus({ status, reconnectAt }: ClientStatusProps) {
  const { t, number } = usePhrases()
  return (
    <span className="client-status" data-status={status}>
      <span className="client-status-dot" aria-hidden />
      <span>{t(STATUS_PHRASES[status])}</span>
      {reconnectAt !== null && (
        <Countdown until={reconnectAt} say={(seconds) => t('clients.in-seconds', { seconds: number(seconds) })} />
      )}
    </span>
  )
}

function Countdown({ until, say }: { readonly until: number; readonly say: (seconds: number) => string }) {
  const { backend } = useLivePage()
  useEverySecond()
  return <span>{say(Math.max(0, Math.ceil((until - backend.labTime()) / 1000)))}</span>
}
