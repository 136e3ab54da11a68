import { SpellCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePhrases } from '../language/use-phrases.ts'

interface CorrectionProps {
  /** Where it can be read: `RFC 6455 §1.3`. */
  readonly source: string
  readonly children: ReactNode
}

/** A statement that is often read and not true, and what is true. */
export function Correction({ source, children }: CorrectionProps) {
  const { t } = usePhrases()
  return (
    <div className="note-card" data-kind="correction" role="note" aria-label={t('notes.correction')}>
      <p className="note-card-head">
        <SpellCheck size={16} aria-hidden />
        <span className="note-card-kind">{t('notes.correction')}</span>
        <cite className="note-card-source">{source}</cite>
      </p>
      <div className="note-card-body">{children}</div>
    </div>
  )
}
