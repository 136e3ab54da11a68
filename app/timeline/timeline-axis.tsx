import type { CSSProperties } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { axisTimes } from '../projection/timeline/axis-times.ts'
import { type IdleBreak, idleTime } from '../projection/timeline/idle-stretches.ts'
import type { TimeScale } from '../projection/timeline/time-scale.ts'

interface TimelineAxisProps {
  readonly scale: TimeScale
  readonly breaks: readonly IdleBreak[]
}

/** Part of the width that what is written takes. */
const TEXT = 0.11

/** Times, and how long nothing happened where that is folded; a fold's words go before a time's. */
export function TimelineAxis({ scale, breaks }: TimelineAxisProps) {
  const { t, number } = usePhrases()
  const folds = breaks.map((idle) => {
    const [from, to] = [scale.placeOf(idle.from), scale.placeOf(idle.to)]
    return { idle, from, to, middle: (from + to) / 2 }
  })
  const worded: (typeof folds)[number][] = []
  for (const fold of folds) if (fold.middle - (worded.at(-1)?.middle ?? -1) >= TEXT) worded.push(fold)
  const isFree = (at: number) => worded.every(({ middle }) => Math.abs(middle - scale.placeOf(at)) >= TEXT * 0.8)
  const times = axisTimes(scale, breaks, TEXT / 1.5).filter(isFree)
  const words = (idle: IdleBreak) => t('timeline.idle', { seconds: number(idleTime(idle) / 1000, 'up-to-tenths') })
  return (
    <div className="timeline-axis" aria-hidden>
      {times.map((at) => (
        <span key={at} className="timeline-time" style={placed(scale.placeOf(at))}>
          {t('timeline.seconds', { seconds: number(at / 1000) })}
        </span>
      ))}
      {worded.map(({ idle, middle }) => (
        <span key={idle.from} className="timeline-time" style={placed(middle)}>
          {words(idle)}
        </span>
      ))}
      {folds.map(({ idle, from, to }) => (
        <span
          key={idle.from}
          className="timeline-break"
          title={words(idle)}
          style={{ '--from': from, '--to': to } as CSSProperties}
        />
      ))}
    </div>
  )
}

const placed = (place: number): CSSProperties => ({ '--place': place }) as CSSProperties
