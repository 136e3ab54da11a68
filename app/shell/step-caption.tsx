import { Funnel, ScanSearch } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useFilter } from '../playback/use-filter.ts'
import { useCaption, usePlayback, useRoute, useSteps } from '../playback/use-projection.ts'
import './step-caption.css'

interface StepCaptionProps {
  readonly withMessage?: boolean
  readonly onInspect: () => void
  /** Leads to the filter. */
  readonly onFilter: () => void
  /** Stands beside the button that inspects. */
  readonly children?: ReactNode
}

/** One strong sentence: what happens at the cursor. The live region holds it and nothing else. */
export function StepCaption({ withMessage = false, onInspect, onFilter, children }: StepCaptionProps) {
  const { t, sentence } = usePhrases()
  const caption = useCaption()
  const { message } = useRoute()
  const { position, total } = useSteps()
  const filtered = usePlayback((state) => state.filter !== '')
  const where =
    withMessage && message !== null
      ? t('shell.message-step-of', { message, position, total })
      : t('shell.step-of', { position, total })
  return (
    <div className="step-caption">
      <span className="step-caption-where">{where}</span>
      {filtered && <HiddenChip onFilter={onFilter} />}
      <p className="step-caption-sentence" role="status" aria-label={t('shell.caption')}>
        {sentence(caption)}
      </p>
      {total > 0 && (
        <div className="step-caption-tools">
          <button type="button" className="button button-plain button-small" onClick={onInspect}>
            <ScanSearch size={16} aria-hidden />
            {t('inspector.inspect')}
          </button>
          {children}
        </div>
      )}
    </div>
  )
}

/** What a filter hides is counted wherever it hides it. */
function HiddenChip({ onFilter }: Pick<StepCaptionProps, 'onFilter'>) {
  const { t, number } = usePhrases()
  const { text, shown, total } = useFilter()
  return (
    <button
      type="button"
      className="button button-plain button-small step-caption-hidden"
      title={`${t('filter.filter')}: ${text}`}
      onClick={onFilter}
    >
      <Funnel size={14} aria-hidden />
      {t('filter.hidden', { hidden: number(total - shown) })}
    </button>
  )
}
