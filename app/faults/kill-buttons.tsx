import { DoorOpen, Ghost, type LucideIcon, Scissors } from 'lucide-react'
import type { ClientTag, KillKind } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import { clientName } from '../projection/client-name.ts'

const KILLS: readonly (readonly [KillKind, LucideIcon])[] = [
  ['reset', Scissors],
  ['close', DoorOpen],
  ['half-open', Ghost],
]

interface KillButtonsProps {
  readonly scope: ClientTag | null
  readonly onKill: (how: KillKind, scope: ClientTag | null) => void
}

/** Three ways in which a connection ends, once: two that are told, one that only heart-beats notice. */
export function KillButtons({ scope, onKill }: KillButtonsProps) {
  const { t } = usePhrases()
  const who = scope === null ? t('faults.scope-all') : clientName(scope)
  return (
    <fieldset className="kill-buttons">
      <legend>{t('faults.kill-whom', { who })}</legend>
      {KILLS.map(([how, Icon]) => (
        <button
          key={how}
          type="button"
          className="button button-small"
          title={t(`faults.kill-${how}-about`)}
          onClick={() => onKill(how, scope)}
        >
          <Icon size={16} aria-hidden />
          {t(`faults.kill-${how}`)}
        </button>
      ))}
    </fieldset>
  )
}
