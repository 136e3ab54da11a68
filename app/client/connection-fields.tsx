import { SlidersHorizontal } from 'lucide-react'
import { useId, useState } from 'react'
import type { HeartbeatPair } from '#trace'
import type { PhraseKey } from '../../content/phrases/index.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { CLIENT_TRANSPORTS, clientTransport } from './client-transport.ts'
import { ConnectionsHint } from './connections-hint.tsx'
import type { LiveClientState } from './live-client-state.ts'
import { useLivePage } from './live-page-context.tsx'
import { TOKEN_PRESETS, type TokenPreset } from './token-preset.ts'
import { useDraft } from './use-draft.ts'
import { useLabNow } from './use-lab-now.ts'

const TOKEN_PHRASES: Readonly<Record<TokenPreset, PhraseKey>> = {
  none: 'clients.token-none',
  valid: 'clients.token-valid',
  expired: 'clients.token-expired',
}

/** Milliseconds. */
const LONGEST_HEART_BEAT = 3_600_000

interface ConnectionFieldsProps {
  readonly state: LiveClientState
  readonly card: number
}

/** How the next connection is made. The connection of now keeps what it was made with. */
export function ConnectionFields({ state, card }: ConnectionFieldsProps) {
  const { t } = usePhrases()
  const [draft, change] = useDraft(card)
  const [unfolded, unfold] = useState(false)
  const id = useId()
  const resting = state.status === 'idle' || state.status === 'closed'
  return (
    <>
      <div className="client-card-field">
        <label htmlFor={`${id}-transport`}>{t('clients.transport')}</label>
        <select
          id={`${id}-transport`}
          className="select"
          value={draft.transport}
          aria-describedby={`${id}-connections`}
          onChange={(event) => change({ transport: clientTransport(event.target.value).name })}
        >
          {CLIENT_TRANSPORTS.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button button-small button-icon button-plain"
          aria-label={t('clients.options')}
          aria-expanded={unfolded}
          aria-controls={`${id}-more`}
          onClick={() => unfold(!unfolded)}
        >
          <SlidersHorizontal size={16} aria-hidden />
        </button>
      </div>
      {resting && <ConnectionsHint id={`${id}-connections`} transport={draft.transport} />}
      <div id={`${id}-more`} hidden={!unfolded} className="client-card-more">
        <div className="client-card-field">
          <label htmlFor={`${id}-token`}>{t('clients.token')}</label>
          <select
            id={`${id}-token`}
            className="select"
            value={draft.token}
            onChange={(event) =>
              change({ token: TOKEN_PRESETS.find((preset) => preset === event.target.value) ?? 'none' })
            }
          >
            {TOKEN_PRESETS.map((preset) => (
              <option key={preset} value={preset}>
                {t(TOKEN_PHRASES[preset])}
              </option>
            ))}
          </select>
        </div>
        <HeartBeatFields card={card} />
        <label className="client-card-check">
          <input
            type="checkbox"
            checked={draft.reconnects}
            onChange={(event) => change({ reconnects: event.target.checked })}
          />
          {t('clients.reconnects')}
        </label>
        <KillSocket state={state} />
      </div>
    </>
  )
}

/** What CONNECT will say of heart-beats. */
function HeartBeatFields({ card }: { readonly card: number }) {
  const { t } = usePhrases()
  const [draft, change] = useDraft(card)
  const id = useId()
  const [outgoing, incoming] = draft.heartBeat
  const field = (name: 'out' | 'in', value: number, changed: (milliseconds: number) => HeartbeatPair) => (
    <span className="client-card-heart-beat">
      <label htmlFor={`${id}-${name}`}>{t(`clients.heart-beat-${name}`)}</label>
      <input
        id={`${id}-${name}`}
        className="field"
        type="number"
        min={0}
        max={LONGEST_HEART_BEAT}
        step={100}
        value={value}
        onChange={({ target }) =>
          change({
            heartBeat: changed(Math.min(LONGEST_HEART_BEAT, Math.max(0, Math.trunc(target.valueAsNumber) || 0))),
          })
        }
      />
    </span>
  )
  return (
    <div className="client-card-heart-beats">
      {field('out', outgoing, (milliseconds) => [milliseconds, incoming])}
      {field('in', incoming, (milliseconds) => [outgoing, milliseconds])}
    </div>
  )
}

function KillSocket({ state }: { readonly state: LiveClientState }) {
  const { t } = usePhrases()
  const { backend } = useLivePage()
  const session = useLabNow((lab) => lab.clients.find(({ tag }) => tag === state.tag)?.session ?? null)
  return (
    <button
      type="button"
      className="button button-small"
      title={t('clients.kill-hint')}
      disabled={session === null || state.status !== 'connected'}
      onClick={() => {
        if (session !== null) void backend.send({ command: 'kill', session })
      }}
    >
      {t('clients.kill')}
    </button>
  )
}
