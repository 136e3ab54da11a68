import { FlaskConical, Footprints, Wrench } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useChapterParts } from './chapter-parts.ts'

const KIND_ICONS = { weird: FlaskConical, useful: Wrench, tutorial: Footprints }

interface ExperimentProps {
  /** As `8.4`. */
  readonly number: string
  readonly kind: keyof typeof KIND_ICONS
  readonly title: string
  /** Plays it; without one the reader does it by hand. */
  readonly scenario?: string
  /** Text for the frame composer. */
  readonly composer?: string
  readonly children: ReactNode
}

/** Something to try, and what to look at. */
export function Experiment({ number, kind, title, scenario, composer, children }: ExperimentProps) {
  const { t } = usePhrases()
  const { Run, Compose } = useChapterParts()
  const id = useId()
  const Icon = KIND_ICONS[kind]
  return (
    <article className="note-card" data-kind={kind} aria-labelledby={id}>
      <p className="note-card-head">
        <Icon size={16} aria-hidden />
        <span className="note-card-kind">{t(`notes.experiment-${kind}`)}</span>
      </p>
      <h4 className="note-card-title" id={id}>
        <span className="note-card-number">{number}</span> {title}
      </h4>
      <div className="note-card-body">{children}</div>
      {scenario !== undefined && <Run scenario={scenario} />}
      {composer !== undefined && Compose !== undefined && <Compose text={composer} />}
    </article>
  )
}
