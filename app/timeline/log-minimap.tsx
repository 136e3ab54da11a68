import { type CSSProperties, type KeyboardEvent, type PointerEvent, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { useCursorTime } from '../playback/use-projection.ts'
import { useTimelineState } from '../playback/use-timeline-state.ts'
import type { LogDensity } from '../projection/timeline/log-density.ts'
import type { TimeScale } from '../projection/timeline/time-scale.ts'
import { moved, type TimeWindow, windowBetween } from '../projection/timeline/time-window.ts'
import { placeOfPointer } from './place-of-pointer.ts'

interface LogMinimapProps {
  readonly whole: TimeScale
  /** What the lanes show. */
  readonly window: TimeWindow
  readonly density: readonly LogDensity[]
}

/** What the pointer does: it moves the window along, or draws another. */
type Drag =
  | { readonly kind: 'move'; readonly place: number }
  | { readonly kind: 'brush'; readonly from: number; readonly to: number }

/** A drag shorter than this part of the width is a click. */
const LEAST_DRAG = 0.01

/** Part of the whole that a click shows where all of it was shown. */
const CLICKED = 0.2

/** The whole log from afar, and which part of it the lanes show: drag it, click beside it, or use the arrows. */
export function LogMinimap({ whole, window, density }: LogMinimapProps) {
  const { t, number } = usePhrases()
  const show = useTimelineState((state) => state.show)
  const [drag, setDrag] = useState<Drag | null>(null)
  const [from, to] = window === null ? [0, 1] : [whole.placeOf(window.from), whole.placeOf(window.to)]

  const begin = (pointer: PointerEvent<HTMLElement>) => {
    if (pointer.button !== 0) return
    pointer.currentTarget.setPointerCapture(pointer.pointerId)
    const place = placeOfPointer(pointer)
    const within = window !== null && place >= from && place <= to
    setDrag(within ? { kind: 'move', place } : { kind: 'brush', from: place, to: place })
  }
  const go = (pointer: PointerEvent<HTMLElement>) => {
    if (drag === null) return
    const place = placeOfPointer(pointer)
    if (drag.kind === 'brush') return setDrag({ ...drag, to: place })
    show(moved(window, whole, place - drag.place))
    setDrag({ kind: 'move', place })
  }
  const end = () => {
    setDrag(null)
    if (drag?.kind !== 'brush') return
    const [first, last] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)]
    if (last - first >= LEAST_DRAG) return show(windowBetween(whole, first, last))
    const wide = window === null ? CLICKED : to - from
    const start = Math.min(Math.max(0, first - wide / 2), 1 - wide)
    show(windowBetween(whole, start, start + wide))
  }
  const press = (keyDown: KeyboardEvent) => {
    const by = KEY_MOVES[keyDown.key]
    if (by === undefined) return
    keyDown.preventDefault()
    show(moved(window, whole, by * (to - from)))
  }
  const seconds = (at: number) => number(at / 1000, 'up-to-tenths')
  const shown = drag?.kind === 'brush' ? [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)] : [from, to]
  const range = window ?? whole
  return (
    <div
      className="timeline-minimap"
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      <svg viewBox={`0 0 ${density.length} 1`} preserveAspectRatio="none" aria-hidden>
        <path className="minimap-hidden" d={barsOf(density, ({ shown: seen, hidden }) => seen + hidden)} />
        <path className="minimap-shown" d={barsOf(density, ({ shown: seen }) => seen)} />
        <path className="minimap-errors" d={barsOf(density, ({ errors }) => errors)} />
      </svg>
      <MinimapMarks whole={whole} />
      <div
        className="minimap-window"
        data-whole={window === null || undefined}
        role="slider"
        tabIndex={0}
        aria-label={t('timeline.window')}
        aria-valuemin={Math.floor(whole.from / 1000)}
        aria-valuemax={Math.ceil(whole.to / 1000)}
        aria-valuenow={Math.round(range.from / 1000)}
        aria-valuetext={t('timeline.window-text', {
          from: seconds(range.from),
          to: seconds(range.to),
          end: seconds(whole.to),
        })}
        style={{ '--from': shown[0], '--to': shown[1] } as CSSProperties}
        onKeyDown={press}
      />
    </div>
  )
}

/** By parts of what is shown; more than the whole log goes to its ends. */
const KEY_MOVES: Readonly<Record<string, number>> = {
  ArrowLeft: -0.2,
  ArrowRight: 0.2,
  PageUp: -1,
  PageDown: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** Bars from the bottom up; what is rare can be seen beside what is frequent. */
function barsOf(density: readonly LogDensity[], countOf: (part: LogDensity) => number): string {
  const most = Math.max(1, ...density.map(({ shown, hidden }) => shown + hidden))
  return density
    .map((part, index) => {
      const height = Math.sqrt(countOf(part) / most)
      return height === 0 ? '' : `M${index} 1V${(1 - height).toFixed(3)}h0.8V1z`
    })
    .join('')
}

/** The cursor and the person's marks in the whole. */
function MinimapMarks({ whole }: { readonly whole: TimeScale }) {
  const { trace } = usePage()
  const { at: cursorAt } = useCursorTime()
  const marks = useTimelineState((state) => state.marks)
  const placed = (at: number): CSSProperties => ({ '--place': whole.placeOf(at) }) as CSSProperties
  return (
    <>
      {marks.map(({ cursor }) => {
        const at = trace.log.at(cursor - 1)?.at
        return at !== undefined && <span key={cursor} className="minimap-mark" style={placed(at)} />
      })}
      <span className="minimap-cursor" style={placed(cursorAt)} />
    </>
  )
}
