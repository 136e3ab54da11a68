import { useId } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { clientName } from '../projection/client-name.ts'
import { clientHue } from '../styles/client-hue.ts'
import { ClientHead } from './client-head.tsx'
import { ConnectionFields } from './connection-fields.tsx'
import { FramesLog } from './frames-log.tsx'
import type { LiveClient } from './live-client.ts'
import { SendFields } from './send-fields.tsx'
import { SockJsLadder } from './sockjs-ladder.tsx'
import { SubscribeFields } from './subscribe-fields.tsx'
import { TroubleLine } from './trouble-line.tsx'
import { useLiveClientState } from './use-live-client.ts'
import './client-card.css'

export interface ClientCardProps {
  readonly client: LiveClient
  /** Place in the roster. */
  readonly card: number
}

/** One live client of this page: its state and its controls are of now, whatever the diagram shows. */
export function ClientCard({ client, card }: ClientCardProps) {
  const { t } = usePhrases()
  const state = useLiveClientState(client)
  const name = clientName(state.tag)
  const framesTitle = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend into the card's border
    <div
      className="client-card"
      role="group"
      aria-label={t('clients.card', { tag: state.tag, name })}
      data-hue={clientHue(state.tag)}
    >
      <ClientHead client={client} state={state} card={card} name={name} />
      <div className="client-card-body">
        <div className="client-card-frames" data-empty={state.log.rows.length === 0}>
          <TroubleLine trouble={state.trouble} />
          <SockJsLadder tag={state.tag} />
          <div className="client-card-frames-title">
            <span id={framesTitle}>{t('clients.frames')}</span>
            {state.openTransport !== null && <span>{state.openTransport}</span>}
            {state.stompVersion !== null && <span>{t('clients.stomp-version', { version: state.stompVersion })}</span>}
            {state.log.heartbeats > 0 && <span>{t('clients.heartbeats', { beats: state.log.heartbeats })}</span>}
          </div>
          <FramesLog
            labelledBy={framesTitle}
            entries={state.log.rows.map((row) => ({ tag: state.tag, row }))}
            dropped={state.log.dropped}
          />
        </div>
        <div className="client-card-controls">
          <SendFields client={client} state={state} card={card} name={name} />
          <SubscribeFields client={client} state={state} card={card} />
          <ConnectionFields state={state} card={card} />
        </div>
      </div>
    </div>
  )
}
