import { ScanSearch } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import { useCaption, useRoute, useSteps } from '../playback/use-projection.ts'
import './step-caption.css'

interface StepCaptionProps {
  readonly withMessage?: boolean
  readonly onInspect: () => void
}

/** One strong sentence: what happens at the cursor. The live region holds it and nothing else. */
export function StepCaption({ withMessage = false, onInspect }: StepCaptionProps) {
  const { t, sentence } = usePhrases()
  const caption = useCaption()
  const { message } = useRoute()
  const { position, total } = useSteps()
  const where =
    withMessage && message !== null
      ? t('shell.message-step-of', { message, position, total })
      : t('shell.step-of', { position, total })
  return (
    <div className="step-caption">
      <span className="step-caption-where">{where}</span>
      <p className="step-caption-sentence" role="status" aria-label={t('shell.caption')}>
        {sentence(caption)}
      </p>
      {total > 0 && (
        <button type="button" className="button button-plain button-small step-caption-inspect" onClick={onInspect}>
          <ScanSearch size={16} aria-hidden />
          {t('inspector.inspect')}
        </button>
      )}
    </div>
  )
}
