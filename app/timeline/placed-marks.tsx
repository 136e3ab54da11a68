import type { CSSProperties, KeyboardEvent } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { PlacedMark } from '../playback/placed-marks.ts'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback } from '../playback/use-projection.ts'
import { useTimelineState } from '../playback/use-timeline-state.ts'
import type { TimeScale } from '../projection/timeline/time-scale.ts'
import { MarkerIcon } from './marker-icon.tsx'

interface PlacedMarksProps {
  readonly scale: TimeScale
  readonly row: number
}

/** The person's marks: a line through all lanes, and a flag that leads there. */
export function PlacedMarks({ scale, row }: PlacedMarksProps) {
  const { trace } = usePage()
  const marks = useTimelineState((state) => state.marks)
  return marks.map((mark, index) => {
    const at = trace.log.at(mark.cursor - 1)?.at
    if (at === undefined || at < scale.from || at > scale.to) return null
    const place = { '--place': scale.placeOf(at), '--row': row } as CSSProperties
    return <Flag key={mark.cursor} mark={mark} number={index + 1} at={at} row={row} place={place} />
  })
}

interface FlagProps {
  readonly mark: PlacedMark
  readonly number: number
  readonly at: number
  readonly row: number
  readonly place: CSSProperties
}

function Flag({ mark, number, at, row, place }: FlagProps) {
  const { t, number: format } = usePhrases()
  const seek = usePlayback((state) => state.seek)
  const here = usePlayback((state) => state.cursor === mark.cursor)
  const removeMark = useTimelineState((state) => state.removeMark)
  const values = { number, label: mark.label, seconds: format(at / 1000, 'up-to-thousandths') }
  const name = t(mark.label === '' ? 'timeline.placed' : 'timeline.placed-labelled', values)
  const remove = (keyDown: KeyboardEvent) => {
    if (keyDown.key !== 'Delete' && keyDown.key !== 'Backspace') return
    keyDown.preventDefault()
    removeMark(mark.cursor)
  }
  return (
    <>
      <span className="timeline-mark-line" style={place} />
      <button
        type="button"
        className="timeline-tick timeline-flag"
        data-row={row}
        aria-label={name}
        aria-current={here}
        aria-keyshortcuts="Delete"
        title={name}
        tabIndex={-1}
        style={place}
        onClick={() => seek(mark.cursor)}
        onKeyDown={remove}
      >
        <MarkerIcon kind="placed" />
        {number}
        {mark.label !== '' && <span className="timeline-flag-label">{mark.label}</span>}
      </button>
    </>
  )
}
