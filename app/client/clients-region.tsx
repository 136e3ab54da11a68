import { Plus } from 'lucide-react'
import { type ReactNode, useCallback, useSyncExternalStore } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useTraceConnection } from '../playback/use-projection.ts'
import { ClientCard } from './client-card.tsx'
import { ForeignClientCard } from './foreign-client-card.tsx'
import { useLivePage } from './live-page-context.tsx'
import { useLabNow } from './use-lab-now.ts'
import { useRosterClients } from './use-live-client.ts'
import './clients-region.css'

interface ClientsRegionProps {
  /** A card that is no client's. */
  readonly children?: ReactNode
  /** What else can be begun beside another client. */
  readonly more?: ReactNode
}

/** The live panel: this page's clients, then those of others. */
export function ClientsRegion({ children, more }: ClientsRegionProps) {
  const { t } = usePhrases()
  const { roster } = useLivePage()
  const clients = useRosterClients()
  const { connection } = useTraceConnection()
  return (
    <section className="clients-region" aria-label={t('clients.region')}>
      {clients.map((client, card) => (
        <ClientCard key={client.tag} client={client} card={card} />
      ))}
      <ForeignClients />
      {children}
      <div className="clients-region-more">
        <button
          type="button"
          className="button clients-region-add"
          disabled={connection !== 'live'}
          onClick={() => void roster.add()}
        >
          <Plus size={16} aria-hidden />
          {t('clients.add')}
        </button>
        {more}
      </div>
    </section>
  )
}

function ForeignClients() {
  const { t } = usePhrases()
  const { roster } = useLivePage()
  const clients = useLabNow((lab) => lab.clients)
  const subscriptions = useLabNow((lab) => lab.subscriptions)
  const claimed = useSyncExternalStore(
    useCallback((listener: () => void) => roster.subscribe(listener), [roster]),
    () => roster.claimed,
  )
  if (!claimed) return null
  const foreign = clients.filter(({ tag, status }) => status !== 'closed' && !roster.owns(tag))
  return foreign.map((client) => (
    <ForeignClientCard
      key={client.tag}
      client={client}
      subscriptions={subscriptions.filter((subscription) => subscription.session === client.session)}
      remark={t('clients.not-this-page')}
    />
  ))
}
