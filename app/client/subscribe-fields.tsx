import { X } from 'lucide-react'
import { useId } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useTraceConnection } from '../playback/use-projection.ts'
import { DestinationInput } from './destination-input.tsx'
import { GREETINGS_TOPIC } from './greeting-proposal.ts'
import type { LiveClient } from './live-client.ts'
import type { LiveClientState } from './live-client-state.ts'
import { useDestinationLight } from './use-destination-light.ts'
import { useDraft } from './use-draft.ts'

interface SubscribeFieldsProps {
  readonly client: LiveClient
  readonly state: LiveClientState
  readonly card: number
}

export function SubscribeFields({ client, state, card }: SubscribeFieldsProps) {
  const { t } = usePhrases()
  const { hello } = useTraceConnection()
  const [draft, change] = useDraft(card)
  const title = useId()
  const destination = draft.subscribeTo ?? GREETINGS_TOPIC
  return (
    <>
      <form
        className="client-card-field"
        onSubmit={(event) => {
          event.preventDefault()
          client.subscribe(destination)
        }}
      >
        <DestinationInput
          label={t('clients.subscribe-to')}
          value={destination}
          suggestions={hello?.suggestions.subscribe ?? []}
          onChange={(subscribeTo) => change({ subscribeTo })}
        />
        <button
          type="submit"
          className="button button-small"
          disabled={state.status !== 'connected' || destination === ''}
        >
          {t('clients.subscribe')}
        </button>
      </form>
      <div className="client-card-field">
        <span id={title}>{t('clients.subscriptions')}</span>
        {state.subscriptions.length === 0 && <span className="client-card-none">{t('clients.no-subscriptions')}</span>}
        <ul className="client-card-subscriptions" aria-labelledby={title}>
          {state.subscriptions.map((subscription) => (
            <li key={subscription.id}>
              <SubscriptionName id={subscription.id} destination={subscription.destination} />
              <button
                type="button"
                className="button button-small button-icon button-plain"
                aria-label={t('clients.unsubscribe', {
                  subscription: subscription.id,
                  destination: subscription.destination,
                })}
                onClick={() => client.unsubscribe(subscription.id)}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

function SubscriptionName({ id, destination }: { readonly id: string; readonly destination: string }) {
  const pointed = useDestinationLight(destination)
  return (
    <code title={`${id} ${destination}`} data-pointed={pointed || undefined}>
      {id} {destination}
    </code>
  )
}
