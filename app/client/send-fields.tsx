import { Send } from 'lucide-react'
import { useId, useSyncExternalStore } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useTraceConnection } from '../playback/use-projection.ts'
import { DestinationInput } from './destination-input.tsx'
import { GREETING_HEADERS, helloBody, helloDestination } from './greeting-proposal.ts'
import { HeaderRows } from './header-rows.tsx'
import type { LiveClient } from './live-client.ts'
import type { LiveClientState } from './live-client-state.ts'
import { useLivePage } from './live-page-context.tsx'
import { RepeatFields } from './repeat-fields.tsx'
import { TakersHint } from './takers-hint.tsx'
import { useDraft } from './use-draft.ts'
import { useLabNow } from './use-lab-now.ts'

/** Who greets: the first run asks Ada to. */
const GREETER = 'A'

interface SendFieldsProps {
  readonly client: LiveClient
  readonly state: LiveClientState
  readonly card: number
  readonly name: string
}

export function SendFields({ client, state, card, name }: SendFieldsProps) {
  const { t } = usePhrases()
  const { hello } = useTraceConnection()
  const configured = useLabNow((lab) => lab.config)
  const [draft, change] = useDraft(card)
  const id = useId()
  const config = configured ?? hello?.config ?? null
  const destination = draft.destination ?? helloDestination(config)
  const body = draft.body ?? helloBody(name)
  const connected = state.status === 'connected'
  const send = () => {
    const headers = draft.headers.filter((header) => header.name !== '').map((header) => [header.name, header.value])
    return client.send(destination, body, Object.fromEntries(headers))
  }
  return (
    <form
      className="client-card-send"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="client-card-field">
        <DestinationInput
          label={t('clients.destination')}
          value={destination}
          suggestions={hello?.suggestions.send ?? []}
          describedBy={`${id}-takers`}
          onChange={(changed) => change({ destination: changed })}
        />
        <HeaderRows headers={draft.headers} onChange={(headers) => change({ headers })} />
      </div>
      <div className="client-card-field">
        <label htmlFor={`${id}-body`}>{t('clients.body')}</label>
        <input
          id={`${id}-body`}
          className="field field-mono"
          value={body}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change({ body: event.target.value })}
        />
        <button type="submit" className="button button-small" disabled={!connected || destination === ''}>
          {t('clients.send')}
        </button>
      </div>
      <div className="client-card-actions">
        <TakersHint id={`${id}-takers`} config={config} destination={destination} />
        {state.tag === GREETER && (
          <SendHello
            disabled={!connected}
            onSend={() => client.send(helloDestination(config), helloBody(name), GREETING_HEADERS)}
          />
        )}
      </div>
      <RepeatFields disabled={!connected || destination === ''} send={send} />
    </form>
  )
}

/** Pulses once, when the first run is over and nothing else moves. */
function SendHello({ disabled, onSend }: { readonly disabled: boolean; readonly onSend: () => void }) {
  const { t } = usePhrases()
  const { invitation } = useLivePage()
  const stage = useSyncExternalStore(
    (listener) => invitation.subscribe(listener),
    () => invitation.stage,
  )
  return (
    <button
      type="button"
      className="button button-small button-primary client-card-hello"
      data-asks={stage === 'your-turn'}
      disabled={disabled}
      onAnimationEnd={() => invitation.end()}
      onClick={() => {
        invitation.end()
        onSend()
      }}
    >
      <Send size={14} aria-hidden />
      {t('clients.send-hello')}
    </button>
  )
}
