import { useId, useMemo } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { clientName } from '../projection/client-name.ts'
import { clientHue } from '../styles/client-hue.ts'
import { ClientHead } from './client-head.tsx'
import { ConnectionFields } from './connection-fields.tsx'
import { FramesLog } from './frames-log.tsx'
import type { LiveClient } from './live-client.ts'
import type { LiveClientState } from './live-client-state.ts'
import { SendFields } from './send-fields.tsx'
import { SockJsLadder } from './sockjs-ladder.tsx'
import { SubscribeFields } from './subscribe-fields.tsx'
import { TroubleLine } from './trouble-line.tsx'
import { useFrameLog, useLiveClientState } from './use-live-client.ts'
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
        <ClientFrames client={client} state={state} />
        <div className="client-card-controls">
          <SendFields client={client} state={state} card={card} name={name} />
          <SubscribeFields client={client} state={state} card={card} />
          <ConnectionFields state={state} card={card} />
        </div>
      </div>
    </div>
  )
}

interface ClientFramesProps {
  readonly client: LiveClient
  readonly state: LiveClientState
}

/** Everything of a card that changes with each frame that passes the socket. */
function ClientFrames({ client, state }: ClientFramesProps) {
  const { t } = usePhrases()
  const { rows, dropped, heartbeats } = useFrameLog(client)
  const title = useId()
  const entries = useMemo(() => rows.map((row) => ({ tag: state.tag, row })), [rows, state.tag])
  return (
    <div className="client-card-frames" data-empty={rows.length === 0}>
      <TroubleLine trouble={state.trouble} status={state.status} />
      <SockJsLadder tag={state.tag} />
      <div className="client-card-frames-title">
        <span id={title}>{t('clients.frames')}</span>
        {state.openTransport !== null && <span>{state.openTransport}</span>}
        {state.stompVersion !== null && <span>{t('clients.stomp-version', { version: state.stompVersion })}</span>}
        {heartbeats > 0 && <span>{t('clients.heartbeats', { beats: heartbeats })}</span>}
      </div>
      <FramesLog labelledBy={title} entries={entries} dropped={dropped} />
    </div>
  )
}
