import type { CSSProperties } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useCursorTime } from '../playback/use-projection.ts'
import { axisTimes } from '../projection/timeline/axis-times.ts'
import { type IdleBreak, idleTime } from '../projection/timeline/idle-stretches.ts'
import type { TimeScale } from '../projection/timeline/time-scale.ts'

interface TimelineAxisProps {
  readonly scale: TimeScale
  readonly breaks: readonly IdleBreak[]
  readonly pixels: number
}

interface AxisText {
  readonly at: number
  readonly place: number
  readonly text: string
}

/** Times, and how long nothing happened where that is folded; a fold's words go before a time's. */
export function TimelineAxis({ scale, breaks, pixels }: TimelineAxisProps) {
  const { t, number } = usePhrases()
  const folds = breaks.map((idle) => ({
    at: idle.from,
    place: (scale.placeOf(idle.from) + scale.placeOf(idle.to)) / 2,
    text: t('timeline.idle', { seconds: number(idleTime(idle) / 1000, 'up-to-tenths') }),
    wide: scale.placeOf(idle.to) - scale.placeOf(idle.from),
  }))
  const times = axisTimes(scale, breaks, LEAST_TIME / pixels).map((at) => ({
    at,
    place: scale.placeOf(at),
    text: t('timeline.seconds', { seconds: number(at / 1000) }),
  }))
  return (
    <>
      {folds.map(({ at, place, text, wide }) => (
        <span
          key={at}
          className="timeline-break"
          title={text}
          style={{ '--place': place, '--wide': wide } as CSSProperties}
          aria-hidden
        />
      ))}
      <div className="timeline-axis" aria-hidden>
        {apart([...folds, ...times], pixels).map(({ at, place, text }) => (
          <span key={`${at} ${text}`} className="timeline-time" style={{ '--place': place } as CSSProperties}>
            {text}
          </span>
        ))}
        <CursorHandle scale={scale} />
      </div>
    </>
  )
}

function CursorHandle({ scale }: { readonly scale: TimeScale }) {
  const { at } = useCursorTime()
  if (at < scale.from || at > scale.to) return null
  return <span className="timeline-handle" style={{ '--place': scale.placeOf(at) } as CSSProperties} />
}

/** Pixels between two times. */
const LEAST_TIME = 56

/** Pixels that a letter takes, and what is left free beside a text; the figures are all of one width. */
const LETTER = 6.6
const BESIDE = 10

/** Those that do not lie over one that comes before them. */
function apart(texts: readonly AxisText[], pixels: number): readonly AxisText[] {
  const width = ({ text }: AxisText): number => (text.length * LETTER + BESIDE) / pixels
  const kept: AxisText[] = []
  for (const text of texts) {
    const isFree = (other: AxisText) => Math.abs(other.place - text.place) >= (width(other) + width(text)) / 2
    if (kept.every(isFree)) kept.push(text)
  }
  return kept
}
