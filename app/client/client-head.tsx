import { HeartButton } from '../heart/heart-button.tsx'
import { usePhrases } from '../language/use-phrases.ts'
import { ClientStatus } from './client-status.tsx'
import { type LiveClient, RECONNECT_DELAY } from './live-client.ts'
import type { LiveClientState } from './live-client-state.ts'
import { authorizationOf } from './token-preset.ts'
import { useDraft } from './use-draft.ts'

interface ClientHeadProps {
  readonly client: LiveClient
  readonly state: LiveClientState
  readonly card: number
  readonly name: string
}

export function ClientHead({ client, state, card, name }: ClientHeadProps) {
  const { t } = usePhrases()
  const [draft] = useDraft(card)
  const connect = () =>
    client.connect({
      transport: draft.transport,
      authorization: authorizationOf(draft.token, name.toLowerCase()),
      heartBeat: draft.heartBeat,
      reconnectDelay: draft.reconnects ? RECONNECT_DELAY : 0,
    })
  const resting = state.status === 'idle' || state.status === 'closed'
  return (
    <div className="client-card-head">
      <span className="client-letter">{state.tag}</span>
      <span className="client-card-name">{name}</span>
      <ClientStatus status={state.status} reconnectAt={state.reconnectAt} />
      <HeartButton tag={state.tag} />
      <button
        type="button"
        className="button button-small client-card-connect"
        onClick={resting ? connect : () => client.disconnect()}
      >
        {t(resting ? 'clients.connect' : 'clients.disconnect')}
      </button>
    </div>
  )
}
