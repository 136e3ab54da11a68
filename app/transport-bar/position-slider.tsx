import { type CSSProperties, memo } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { useMessageTicks, usePlayback, useSteps } from '../playback/use-projection.ts'
import { useMatchSteps } from '../playback/use-search.ts'
import { useTimelineState } from '../playback/use-timeline-state.ts'

/** The cursor among the steps of the whole log, with a tick where each message begins. */
export function PositionSlider() {
  const { t } = usePhrases()
  const { position, total, first } = useSteps()
  const seekToStep = usePlayback((state) => state.seekToStep)
  return (
    <div className="position" style={{ '--position': partOf(position, first, total) } as CSSProperties}>
      <MessageTicks first={first} total={total} />
      <MatchTicks first={first} total={total} />
      <MarkTicks first={first} total={total} />
      <input
        type="range"
        className="position-slider"
        aria-label={t('playback.position')}
        aria-valuetext={t('shell.step-of', { position, total })}
        min={first}
        max={Math.max(first, total)}
        step={1}
        value={position}
        onChange={(change) => seekToStep(Number(change.currentTarget.value))}
      />
    </div>
  )
}

interface TicksProps {
  readonly first: number
  readonly total: number
}

/** They change with the log, not with the cursor. */
const MessageTicks = memo(function MessageTicks(range: TicksProps) {
  return <Ticks steps={useMessageTicks()} className="position-ticks" {...range} />
})

/** What the search finds. */
const MatchTicks = memo(function MatchTicks(range: TicksProps) {
  return <Ticks steps={useMatchSteps()} className="position-ticks position-matches" {...range} />
})

/** What the person marked. */
const MarkTicks = memo(function MarkTicks(range: TicksProps) {
  const { projections } = usePage()
  const marks = useTimelineState((state) => state.marks)
  const steps = marks.map(({ cursor }) => projections.indexes.steps.stepsAt(cursor))
  return <Ticks steps={steps} className="position-ticks position-marks" {...range} />
})

interface StepTicksProps extends TicksProps {
  readonly steps: readonly number[]
  readonly className: string
}

function Ticks({ steps, className, first, total }: StepTicksProps) {
  return (
    <div className={className} aria-hidden>
      {apart(steps.map((step) => partOf(step, first, total))).map((at, tick) => (
        // All of them move while the log grows.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={tick} style={{ '--at': at } as CSSProperties} />
      ))}
    </div>
  )
}

/** Parts of the slider's length between two ticks that can still be told apart. */
const LEAST_DISTANCE = 0.005

function apart(parts: readonly number[]): readonly number[] {
  const kept: number[] = []
  for (const part of parts) {
    if (part - (kept.at(-1) ?? -1) >= LEAST_DISTANCE) kept.push(part)
  }
  return kept
}

function partOf(step: number, first: number, total: number): number {
  return total > first ? (step - first) / (total - first) : 0
}
