import { type CSSProperties, type KeyboardEvent, memo, type PointerEvent, useRef, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { useCursorTime, usePlayback } from '../playback/use-projection.ts'
import { clientName } from '../projection/client-name.ts'
import type { TimeScale } from '../projection/timeline/time-scale.ts'
import type { TimelineMark } from '../projection/timeline/timeline-marks.ts'
import type { TimelineLane } from '../projection/timeline/timeline-tick.ts'
import { clientHue } from '../styles/client-hue.ts'
import { TickShape } from './tick-shape.tsx'
import type { Timeline, TimeWindow } from './use-timeline.ts'

interface TimelineLanesProps {
  readonly timeline: Timeline
  readonly onWindow: (window: TimeWindow) => void
}

/** A drag shorter than this part of the width is a click. */
const LEAST_DRAG = 0.01

/** The lanes over one axis; a click goes there, a drag zooms to what it passed. */
export function TimelineLanes({ timeline, onWindow }: TimelineLanesProps) {
  const { t } = usePhrases()
  const { projections, trace } = usePage()
  const seek = usePlayback((state) => state.seek)
  const { scale, lanes, marks } = timeline
  const track = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<readonly [from: number, to: number] | null>(null)

  const placeOf = (pointer: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect()
    if (box === undefined || box.width === 0) return 0
    return Math.min(1, Math.max(0, (pointer.clientX - box.left) / box.width))
  }
  const begin = (pointer: PointerEvent<HTMLDivElement>) => {
    if (pointer.button !== 0 || (pointer.target instanceof Element && pointer.target.closest('[data-seq]') !== null))
      return
    pointer.currentTarget.setPointerCapture(pointer.pointerId)
    const place = placeOf(pointer)
    setDrag([place, place])
  }
  const end = () => {
    if (drag === null) return
    const [from, to] = [Math.min(...drag), Math.max(...drag)]
    setDrag(null)
    if (to - from >= LEAST_DRAG) return onWindow([scale.timeAt(from), scale.timeAt(to)])
    const at = scale.timeAt(to)
    seek(projections.indexes.timeline.ticks.findLast((tick) => tick.at <= at)?.seq ?? trace.log.first)
  }

  return (
    <div className="timeline-lanes">
      <div className="timeline-names" aria-hidden>
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
        onPointerMove={(pointer) => drag !== null && setDrag([drag[0], placeOf(pointer)])}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
        onKeyDown={moveBetweenTicks}
      >
        <Axis scale={scale} />
        <Marks marks={marks} lanes={lanes} />
        <CursorLine scale={scale} />
        {drag !== null && (
          <div
            className="timeline-brush"
            style={{ '--from': Math.min(...drag), '--to': Math.max(...drag) } as CSSProperties}
          />
        )}
      </div>
    </div>
  )
}

function LaneName({ lane }: { readonly lane: TimelineLane }) {
  const { t } = usePhrases()
  if (!lane.startsWith('client:'))
    return <span className="timeline-name">{t(`timeline.${lane as 'server' | 'marks'}`)}</span>
  const tag = lane.slice('client:'.length)
  return (
    <span className="timeline-name" data-hue={clientHue(tag)}>
      <span className="client-letter">{tag.slice(0, 2)}</span> {clientName(tag)}
    </span>
  )
}

/** One stop of Tab; arrows go from tick to tick. */
function moveBetweenTicks(keyDown: KeyboardEvent<HTMLElement>): void {
  const ticks = Array.from(keyDown.currentTarget.querySelectorAll<HTMLElement>('[data-seq]'))
  const at = document.activeElement instanceof HTMLElement ? ticks.indexOf(document.activeElement) : -1
  const to = keyDown.key === 'ArrowRight' ? at + 1 : keyDown.key === 'ArrowLeft' ? at - 1 : -1
  const target = ticks[to]
  if (at === -1 || target === undefined) return
  keyDown.preventDefault()
  target.focus()
}

const WANTED_LABELS = 6
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000, 900_000]

function Axis({ scale }: { readonly scale: TimeScale }) {
  const { t, number } = usePhrases()
  const step = STEPS.find((wide) => (scale.to - scale.from) / wide <= WANTED_LABELS * 2) ?? 3_600_000
  const first = Math.ceil(scale.from / step) * step
  const times = Array.from({ length: Math.floor((scale.to - first) / step) + 1 }, (_, index) => first + index * step)
  const kept: number[] = []
  for (const at of times)
    if (scale.placeOf(at) - scale.placeOf(kept.at(-1) ?? -step) > 1 / (WANTED_LABELS * 2)) kept.push(at)
  return (
    <div className="timeline-axis" aria-hidden>
      {kept.map((at) => (
        <span key={at} className="timeline-time" style={{ '--place': scale.placeOf(at) } as CSSProperties}>
          {t('timeline.seconds', { seconds: number(at / 1000) })}
        </span>
      ))}
      {scale.breaks.map((idle) => (
        <span
          key={idle.from}
          className="timeline-break"
          title={t('timeline.idle', { seconds: number((idle.to - idle.from) / 1000, 'up-to-tenths') })}
          style={{ '--place': (scale.placeOf(idle.from) + scale.placeOf(idle.to)) / 2 } as CSSProperties}
        />
      ))}
    </div>
  )
}

interface MarksProps {
  readonly marks: readonly TimelineMark[]
  readonly lanes: readonly TimelineLane[]
}

/** They change with the log, the window and the filter, not with the cursor. */
const Marks = memo(function Marks({ marks, lanes }: MarksProps) {
  const first = marks.find(({ passes }) => passes)?.seq
  return marks.map((mark) => (
    <Tick
      key={`${mark.seq} ${mark.folded}`}
      mark={mark}
      row={lanes.indexOf(mark.lane)}
      tabStop={mark.seq === first && !mark.folded}
    />
  ))
})

interface TickProps {
  readonly mark: TimelineMark
  readonly row: number
  readonly tabStop: boolean
}

const Tick = memo(function Tick({ mark, row, tabStop }: TickProps) {
  const { t, number } = usePhrases()
  const page = usePage()
  const showStepOf = usePlayback((state) => state.showStepOf)
  const chosen = usePlayback((state) => state.selection === mark.seq)
  const traits = page.projections.indexes.traits.of(mark.seq)
  const event = page.trace.log.at(mark.seq)
  const what = mark.lane === 'marks' || traits?.label === '' ? (event?.type ?? '') : (traits?.label ?? '')
  const lane = mark.lane.startsWith('client:')
    ? clientName(mark.lane.slice('client:'.length))
    : t(`timeline.${mark.lane as 'server' | 'marks'}`)
  const values = { lane, what, count: number(mark.count), seconds: number(mark.at / 1000, 'up-to-thousandths') }
  const name = t(mark.folded ? 'timeline.folded' : mark.count > 1 ? 'timeline.ticks' : 'timeline.tick', values)
  const place = { '--place': mark.place, '--row': row } as CSSProperties
  if (!mark.passes) return <span className="timeline-hidden" style={place} />
  const hue = clientHue(mark.lane === 'server' || mark.lane === 'marks' ? null : (traits?.owner ?? null))
  return (
    <button
      type="button"
      className="timeline-tick"
      data-seq={mark.seq}
      data-hue={hue}
      data-shape={traits?.shape}
      data-lane={mark.lane === 'server' || mark.lane === 'marks' ? mark.lane : 'client'}
      data-folded={mark.folded || undefined}
      aria-label={name}
      aria-current={chosen}
      title={name}
      tabIndex={tabStop ? 0 : -1}
      style={place}
      onClick={() => showStepOf(mark.seq)}
    >
      {mark.folded ? (
        `♥ ×${mark.count}`
      ) : mark.lane === 'server' ? null : (
        <TickShape shape={traits?.shape ?? 'event'} />
      )}
      {!mark.folded && mark.count > 1 && mark.lane !== 'server' && (
        <span className="timeline-count">×{mark.count}</span>
      )}
    </button>
  )
})

function CursorLine({ scale }: { readonly scale: TimeScale }) {
  const { at } = useCursorTime()
  if (at < scale.from || at > scale.to) return null
  return <div className="timeline-cursor" style={{ '--place': scale.placeOf(at) } as CSSProperties} />
}
