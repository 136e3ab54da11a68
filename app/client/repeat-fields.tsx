import { Repeat, Square } from 'lucide-react'
import { useEffect, useId, useMemo, useState, useSyncExternalStore } from 'react'
import { browserClock } from '../backend/page-clock.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { FASTEST, MessageRepeater, MOST_MESSAGES } from './message-repeater.ts'

interface RepeatFieldsProps {
  readonly disabled: boolean
  /** Gives false when nothing can be sent any more. */
  readonly send: () => boolean
}

/** Sends what the card would send, many times. */
export function RepeatFields({ disabled, send }: RepeatFieldsProps) {
  const { t } = usePhrases()
  const id = useId()
  const repeater = useMemo(() => new MessageRepeater(browserClock), [])
  const running = useSyncExternalStore(
    (listener) => repeater.subscribe(listener),
    () => repeater.running,
  )
  const [messages, setMessages] = useState(20)
  const [perSecond, setPerSecond] = useState(5)
  useEffect(() => () => repeater.stop(), [repeater])
  return (
    <div className="client-card-repeat">
      <label htmlFor={`${id}-messages`}>{t('clients.repeat-messages')}</label>
      <input
        id={`${id}-messages`}
        type="number"
        className="field"
        min={1}
        max={MOST_MESSAGES}
        value={messages}
        onChange={(change) => setMessages(within(change.currentTarget.valueAsNumber, MOST_MESSAGES))}
      />
      <label htmlFor={`${id}-rate`}>{t('clients.repeat-rate')}</label>
      <input
        id={`${id}-rate`}
        type="number"
        className="field"
        min={1}
        max={FASTEST}
        value={perSecond}
        onChange={(change) => setPerSecond(within(change.currentTarget.valueAsNumber, FASTEST))}
      />
      {running ? (
        <button type="button" className="button button-small" onClick={() => repeater.stop()}>
          <Square size={14} aria-hidden />
          {t('clients.repeat-stop')}
        </button>
      ) : (
        <button
          type="button"
          className="button button-small"
          disabled={disabled}
          onClick={() => repeater.start({ messages, perSecond }, send)}
        >
          <Repeat size={14} aria-hidden />
          {t('clients.repeat')}
        </button>
      )}
    </div>
  )
}

const within = (value: number, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(1, Math.round(value))) : 1
