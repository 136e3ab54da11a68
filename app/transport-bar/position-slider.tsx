import type { CSSProperties } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useMessageTicks, usePlayback, useSteps } from '../playback/use-projection.ts'

/** The cursor among the steps of the whole log, with a tick where each message begins. */
export function PositionSlider() {
  const { t } = usePhrases()
  const { position, total, first } = useSteps()
  const ticks = useMessageTicks()
  const seekToStep = usePlayback((state) => state.seekToStep)
  const part = (step: number) => (total > first ? (step - first) / (total - first) : 0)
  return (
    <div className="position" style={{ '--position': part(position) } as CSSProperties}>
      <div className="position-ticks" aria-hidden>
        {ticks.map((tick) => (
          <span key={tick} style={{ '--at': part(tick) } as CSSProperties} />
        ))}
      </div>
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
