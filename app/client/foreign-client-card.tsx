import { HeartButton } from '../heart/heart-button.tsx'
import { usePhrases } from '../language/use-phrases.ts'
import { clientName } from '../projection/client-name.ts'
import type { ClientState, SubscriptionState } from '../projection/lab-state.ts'
import { clientHue } from '../styles/client-hue.ts'
import { ClientStatus } from './client-status.tsx'
import type { LiveClientStatus } from './live-client-state.ts'
import { SockJsLadder } from './sockjs-ladder.tsx'
import './client-card.css'

/** How the lab's word for a client reads on a card. */
const STATUS: Readonly<Record<ClientState['status'], LiveClientStatus>> = {
  connecting: 'connecting',
  open: 'connecting',
  connected: 'connected',
  closed: 'closed',
}

interface ForeignClientCardProps {
  readonly client: ClientState
  readonly subscriptions: readonly SubscriptionState[]
  /** Why nothing can be done with it; null where that is said for all cards at once. */
  readonly remark: string | null
}

/** A client of another page or program, or of a recording: to be looked at, since nobody here can speak for it. */
export function ForeignClientCard({ client, subscriptions, remark }: ForeignClientCardProps) {
  const { t } = usePhrases()
  const name = clientName(client.tag)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend into the card's border
    <div
      className="client-card client-card-foreign"
      role="group"
      aria-label={t('clients.card', { tag: client.tag, name })}
      data-hue={clientHue(client.tag)}
    >
      <div className="client-card-head">
        <span className="client-letter">{client.tag}</span>
        {name !== client.tag && <span className="client-card-name">{name}</span>}
        <ClientStatus status={STATUS[client.status]} reconnectAt={null} />
        <HeartButton tag={client.tag} />
      </div>
      {remark !== null && <p className="client-card-none">{remark}</p>}
      {client.transport !== null && (
        <p className="client-card-none">
          {client.transport}
          {client.stompVersion !== null && ` · ${t('clients.stomp-version', { version: client.stompVersion })}`}
        </p>
      )}
      <SockJsLadder tag={client.tag} />
      {subscriptions.length > 0 && (
        <ul className="client-card-subscriptions" aria-label={t('clients.subscriptions')}>
          {subscriptions.map(({ subscription, destination }) => (
            <li key={subscription}>
              <code title={`${subscription} ${destination}`}>
                {subscription} {destination}
              </code>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
