import { usePhrases } from '../language/use-phrases.ts'
import { SPEEDS, type Speed } from '../playback/speed.ts'
import { usePlayback } from '../playback/use-projection.ts'

/** As a person says it: a quarter, not 0.25. */
const FRACTIONS: Readonly<Record<number, string>> = { 0.05: '1/20', 0.1: '1/10', 0.25: '1/4', 0.5: '1/2' }

export function SpeedSelect() {
  const { t } = usePhrases()
  const speed = usePlayback((state) => state.speed)
  const setSpeed = usePlayback((state) => state.setSpeed)
  const text = (value: Speed) =>
    value === 'max' ? t('playback.speed-max') : t('playback.speed-value', { speed: FRACTIONS[value] ?? value })
  return (
    <select
      className="select transport-speed"
      aria-label={t('playback.speed')}
      value={SPEEDS.indexOf(speed)}
      onChange={(change) => {
        const chosen = SPEEDS[Number(change.currentTarget.value)]
        if (chosen !== undefined) setSpeed(chosen)
      }}
    >
      {SPEEDS.map((value, index) => (
        <option key={value} value={index}>
          {text(value)}
        </option>
      ))}
    </select>
  )
}
