import { usePhrases } from '../language/use-phrases.ts'
import { useGateControls } from './use-gate-controls.ts'

/** The port at the door, where there is no picture of it. */
export function DoorBreakpoint() {
  const { t } = usePhrases()
  const { set, onToggle } = useGateControls()
  return (
    <button
      type="button"
      className="button button-small"
      data-gate="G1"
      aria-pressed={set.has('G1')}
      aria-label={t('gates.breakpoint-G1')}
      onClick={() => onToggle('G1')}
    >
      {t('gates.breakpoint-short-G1')}
    </button>
  )
}
