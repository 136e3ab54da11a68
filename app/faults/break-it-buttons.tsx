import { Unplug } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import './faults.css'
import { useFaults } from './use-faults.ts'

interface BreakItButtonsProps {
  readonly open: boolean
  readonly onToggle: () => void
}

/** Opens the drawer; and, while anything is broken, says so and mends it. */
export function BreakItButtons({ open, onToggle }: BreakItButtonsProps) {
  const { t } = usePhrases()
  const { active, clear } = useFaults()
  const count = active.length
  return (
    <>
      <button
        type="button"
        className="button button-small break-it"
        aria-expanded={open}
        data-on={count > 0 || undefined}
        onClick={onToggle}
      >
        <Unplug size={16} aria-hidden />
        {t('faults.break-it')}
      </button>
      {count > 0 && (
        <button type="button" className="button button-small button-plain faults-chip" onClick={clear}>
          {count === 1 ? t('faults.chip-one') : t('faults.chip', { count })}
        </button>
      )}
    </>
  )
}
