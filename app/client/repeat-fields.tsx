import { Repeat, Square } from 'lucide-react'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
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
      {running ? (
        <button
          type="button"
          className="button button-small"
          aria-label={t('clients.repeat-stop')}
          onClick={() => repeater.stop()}
        >
          <Square size={14} aria-hidden />
          {t('clients.repeat-stop-short')}
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
      <NumberField
        label={t('clients.repeat-messages')}
        unit={t('clients.repeat-times')}
        most={MOST_MESSAGES}
        value={messages}
        onChange={setMessages}
      />
      <NumberField
        label={t('clients.repeat-rate')}
        unit={t('clients.repeat-per-second')}
        most={FASTEST}
        value={perSecond}
        onChange={setPerSecond}
      />
    </div>
  )
}

interface NumberFieldProps {
  readonly label: string
  /** Stands behind the number, for who sees it. */
  readonly unit: string
  readonly most: number
  readonly value: number
  readonly onChange: (value: number) => void
}

function NumberField({ label, unit, most, value, onChange }: NumberFieldProps) {
  return (
    <>
      <input
        type="number"
        className="field"
        aria-label={label}
        title={label}
        min={1}
        max={most}
        value={value}
        onChange={(change) => onChange(within(change.currentTarget.valueAsNumber, most))}
      />
      <span aria-hidden>{unit}</span>
    </>
  )
}

const within = (value: number, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(1, Math.round(value))) : 1
