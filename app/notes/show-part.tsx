import { type ReactNode, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import type { SpanPart } from '../projection/layers/span-part.ts'
import { useSpotlight } from '../spotlight/spotlight-context.ts'
import { useChapterParts } from './chapter-parts.ts'

interface ShowPartProps {
  readonly part: SpanPart
  /** Where such a part is seen. */
  readonly scenario: string
  readonly children: ReactNode
}

/** Words that lead into the inspector, to that part of the shown message, or of the newest one that has it. */
export function ShowPart({ part, scenario, children }: ShowPartProps) {
  const { t } = usePhrases()
  const page = usePage()
  const { Run } = useChapterParts()
  const leadInto = useSpotlight((spotlight) => spotlight.leadInto)
  const [search, setSearch] = useState<'none' | 'begun' | 'in-vain'>('none')
  const lead = async () => {
    setSearch('begun')
    // Most readers take no frame apart.
    const { placeOfPart } = await import('../projection/layers/part-place.ts')
    const { selection, cursor, select, showStepOf } = page.playback.getState()
    const { steps } = page.projections.indexes
    const shown = selection ?? steps.startOf(steps.stepsAt(cursor)) ?? null
    const place = placeOfPart(page.trace.log, part, shown)
    setSearch(place === null ? 'in-vain' : 'none')
    if (place === null) return
    if (place === shown) select(place)
    else showStepOf(place)
    leadInto(part)
  }
  return (
    <>
      <button type="button" className="show-words" onClick={() => void lead()}>
        {children}
      </button>
      {search !== 'none' && (
        <span role="status" className="show-in-vain">
          {search === 'in-vain' && (
            <>
              {' '}
              {t('notes.nothing-has-it')} <Run scenario={scenario} />
            </>
          )}
        </span>
      )}
    </>
  )
}
