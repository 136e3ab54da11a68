import { ChevronLeft, ChevronRight, Flag, FlagOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { showMarker } from '../playback/show-marker.ts'
import { usePlayback } from '../playback/use-projection.ts'
import { useTimelineState } from '../playback/use-timeline-state.ts'
import { IconButton } from '../styles/icon-button.tsx'
import './timeline-tools.css'

interface MarkerToolsProps {
  readonly small?: boolean
  /** What else concerns markers. */
  readonly children?: ReactNode
}

/** From marker to marker, and marks of one's own. */
export function MarkerTools({ small = false, children }: MarkerToolsProps) {
  const { t } = usePhrases()
  const page = usePage()
  const toggleMark = useTimelineState((state) => state.toggleMark)
  const marks = useTimelineState((state) => state.marks)
  const cursor = usePlayback((state) => state.cursor)
  const labelMark = useTimelineState((state) => state.labelMark)
  const index = marks.findIndex((mark) => mark.cursor === cursor)
  const mark = marks[index]
  return (
    <fieldset className="timeline-group" aria-label={t('timeline.markers')}>
      <IconButton
        small={small}
        name={t('timeline.previous-marker')}
        Icon={ChevronLeft}
        press={() => showMarker(page, -1)}
      />
      <IconButton
        small={small}
        name={mark === undefined ? t('timeline.mark') : t('timeline.remove-mark', { number: index + 1 })}
        Icon={mark === undefined ? Flag : FlagOff}
        press={toggleMark}
      />
      {mark !== undefined && (
        <input
          className="field timeline-label"
          aria-label={t('timeline.mark-label', { number: index + 1 })}
          placeholder={t('timeline.mark-label', { number: index + 1 })}
          autoComplete="off"
          value={mark.label}
          onChange={(change) => labelMark(cursor, change.currentTarget.value)}
        />
      )}
      <IconButton
        small={small}
        name={t('timeline.next-marker')}
        Icon={ChevronRight}
        press={() => showMarker(page, 1)}
      />
      {children}
    </fieldset>
  )
}
