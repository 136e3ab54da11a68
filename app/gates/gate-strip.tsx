import { useId } from 'react'
import { useLivePage } from '../client/live-page-context.tsx'
import { useLabNow } from '../client/use-lab-now.ts'
import { useStretchedTimers } from '../client/use-stretched-timers.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { BreakpointFields } from './breakpoint-fields.tsx'
import './gates.css'
import { useBreakpoints } from './gates-context.ts'
import { HeldCard } from './held-card.tsx'

/** What waits at the gates of the lab of now, and what this page makes wait. Nothing of both: nothing at all. */
export function GateStrip() {
  const { t } = usePhrases()
  const { backend } = useLivePage()
  const breakpoints = useBreakpoints()
  const held = useLabNow((lab) => lab.atGates)
  if (breakpoints.length === 0 && held.length === 0) return null
  return (
    <section className="gate-strip" aria-label={t('gates.region')}>
      {breakpoints.map((breakpoint) => (
        <BreakpointFields key={breakpoint.gate} breakpoint={breakpoint} />
      ))}
      <StretchSwitch />
      {held.map((waiting) => (
        <HeldCard key={waiting.held} waiting={waiting} />
      ))}
      {held.length > 1 && (
        <button
          type="button"
          className="button button-small"
          onClick={() => void backend.send({ command: 'release', held: 'all' })}
        >
          {t('gates.release-all')}
        </button>
      )}
    </section>
  )
}

function StretchSwitch() {
  const { t } = usePhrases()
  const id = useId()
  const [stretched, stretch] = useStretchedTimers()
  return (
    <span className="gate-stretch" title={t('gates.stretch-hint')}>
      <span id={id}>{t('gates.stretch')}</span>
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={stretched}
        aria-labelledby={id}
        onClick={() => stretch(!stretched)}
      />
    </span>
  )
}
