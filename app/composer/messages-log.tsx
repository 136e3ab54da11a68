import { useId } from 'react'
import { useTraceVersion } from '../client/use-lab-now.ts'
import { useStickToEnd } from '../client/use-stick-to-end.ts'
import { WireText } from '../client/wire-text.tsx'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { useChosen } from '../playback/use-chosen.ts'
import { usePlayback } from '../playback/use-projection.ts'
import { useComposer } from './composer-context.ts'
import type { RawClientState } from './raw-client.ts'
import type { RawMessage } from './raw-message.ts'

/** What the composer's socket carried, octet by octet. Where the trace knows a message, a click chooses it there. */
export function MessagesLog({ state: { messages } }: { readonly state: RawClientState }) {
  const { t } = usePhrases()
  const title = useId()
  const { pairing } = useComposer()
  const { box, onScroll } = useStickToEnd(messages.length)
  // The trace knows a message a little later than the socket does.
  useTraceVersion()
  return (
    <div className="composer-log">
      <p className="client-card-frames-title">
        <span id={title}>{t('composer.messages')}</span>
      </p>
      <div
        ref={box}
        className="composer-messages"
        role="log"
        aria-live="off"
        aria-labelledby={title}
        onScroll={onScroll}
      >
        {messages.length === 0 && <p className="client-card-none">{t('composer.no-messages')}</p>}
        <ul>
          {messages.map((message) => (
            <MessageRow
              key={`${message.connection} ${message.direction} ${message.number}`}
              message={message}
              seq={pairing.seqOf(message)}
            />
          ))}
        </ul>
      </div>
    </div>
  )
}

interface MessageRowProps {
  readonly message: RawMessage
  /** Its fact in the trace; null: not known there, or not yet. */
  readonly seq: number | null
}

function MessageRow({ message, seq }: MessageRowProps) {
  const { t, number } = usePhrases()
  const { playback } = usePage()
  const chosen = useChosen(seq)
  const ahead = usePlayback((state) => seq !== null && seq >= state.cursor)
  const toServer = message.direction === 'to-server'
  return (
    <li className="composer-message" data-ahead={ahead} data-chosen={chosen}>
      <button
        type="button"
        className="composer-message-head"
        data-seq={seq ?? undefined}
        aria-current={chosen}
        aria-disabled={seq === null}
        onClick={() => {
          if (seq !== null) playback.getState().select(seq)
        }}
      >
        <span role="img" aria-label={t(toServer ? 'clients.to-server' : 'clients.to-client')}>
          {toServer ? '↑' : '↓'}
        </span>{' '}
        {t('clients.octets', { octets: number(message.octets) })}
      </button>
      <pre>
        <WireText text={message.text} />
      </pre>
    </li>
  )
}
