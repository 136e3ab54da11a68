import { type CSSProperties, type PointerEvent, type RefObject, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { useCursorTime, usePlayback } from '../playback/use-projection.ts'
import { useTimelineState } from '../playback/use-timeline-state.ts'
import type { TimeScale } from '../projection/timeline/time-scale.ts'
import { LaneName } from './lane-name.tsx'
import { moveBetweenTicks } from './move-between-ticks.ts'
import { placeOfPointer } from './place-of-pointer.ts'
import { PlacedMarks } from './placed-marks.tsx'
import { TimelineAxis } from './timeline-axis.tsx'
import { FoundTicks, TimelineTicks } from './timeline-ticks.tsx'
import type { Timeline } from './use-timeline.ts'

interface TimelineLanesProps {
  readonly timeline: Timeline
  readonly track: RefObject<HTMLDivElement | null>
}

/** A drag shorter than this part of the width is a click. */
const LEAST_DRAG = 0.01

type Drag = { readonly kind: 'scrub' } | { readonly kind: 'brush'; readonly from: number; readonly to: number }

/** The lanes over one axis: a click goes there, a drag over the times too, one over the lanes zooms to what it passed. */
export function TimelineLanes({ timeline, track }: TimelineLanesProps) {
  const { t } = usePhrases()
  const { projections, trace } = usePage()
  const seek = usePlayback((state) => state.seek)
  const show = useTimelineState((state) => state.show)
  const { scale, lanes, ticks, found, breaks } = timeline
  const [drag, setDrag] = useState<Drag | null>(null)

  const seekTo = (place: number) =>
    seek((projections.indexes.timeline.lastUpTo(scale.timeAt(place))?.seq ?? trace.log.first - 1) + 1)

  const begin = (pointer: PointerEvent<HTMLDivElement>) => {
    if (pointer.button !== 0 || !(pointer.target instanceof Element) || pointer.target.closest('button') !== null)
      return
    pointer.currentTarget.setPointerCapture(pointer.pointerId)
    const place = placeOfPointer(pointer)
    const scrubs = pointer.target.closest('.timeline-axis') !== null
    setDrag(scrubs ? { kind: 'scrub' } : { kind: 'brush', from: place, to: place })
    if (scrubs) seekTo(place)
  }
  const go = (pointer: PointerEvent<HTMLDivElement>) => {
    if (drag?.kind === 'scrub') seekTo(placeOfPointer(pointer))
    else if (drag !== null) setDrag({ ...drag, to: placeOfPointer(pointer) })
  }
  const end = () => {
    setDrag(null)
    if (drag?.kind !== 'brush') return
    const [from, to] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)]
    if (to - from < LEAST_DRAG) seekTo(to)
    else show({ from: scale.timeAt(from), to: scale.timeAt(to) })
  }

  return (
    <div className="timeline-lanes">
      <div className="timeline-names">
        {lanes.map((lane) => (
          <LaneName key={lane} lane={lane} />
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: it is a picture with parts, no part of a form */}
      <div
        ref={track}
        className="timeline-track"
        role="group"
        aria-label={t('timeline.lanes')}
        title={t('timeline.hint')}
        style={{ '--lanes': lanes.length } as CSSProperties}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
        onKeyDown={moveBetweenTicks}
      >
        <TimelineAxis scale={scale} breaks={breaks} pixels={timeline.pixels} />
        <TimelineTicks ticks={ticks} lanes={lanes} />
        <FoundTicks ticks={found} lanes={lanes} />
        <PlacedMarks scale={scale} row={lanes.indexOf('marks')} />
        <CursorLine scale={scale} />
        {drag?.kind === 'brush' && (
          <div
            className="timeline-brush"
            style={{ '--from': Math.min(drag.from, drag.to), '--to': Math.max(drag.from, drag.to) } as CSSProperties}
          />
        )}
      </div>
    </div>
  )
}

function CursorLine({ scale }: { readonly scale: TimeScale }) {
  const { at } = useCursorTime()
  if (at < scale.from || at > scale.to) return null
  return <div className="timeline-cursor" style={{ '--place': scale.placeOf(at) } as CSSProperties} />
}
