import { usePhrases } from '../language/use-phrases.ts'
import { useLabState } from '../playback/use-projection.ts'
import { ForeignClientCard } from './foreign-client-card.tsx'
import './clients-region.css'

/** The clients of a recording, at the cursor: there is no other now. */
export function RecordedClientsRegion() {
  const { t } = usePhrases()
  const { clients, subscriptions } = useLabState()
  return (
    <section className="clients-region" aria-label={t('clients.region')}>
      {clients.map((client) => (
        <ForeignClientCard
          key={client.tag}
          client={client}
          subscriptions={subscriptions.filter((subscription) => subscription.session === client.session)}
          remark={null}
        />
      ))}
      <RecordedClientsRemark />
    </section>
  )
}

/** Stands where something of live clients would. */
export function RecordedClientsRemark() {
  const { t } = usePhrases()
  return <p className="clients-region-remark">{t('recording.no-clients')}</p>
}
