import { Play, SkipForward } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useProof, useRunState } from './proof-context.ts'
import './run-button.css'

interface RunButtonProps {
  readonly scenario: string
  /** What is to be seen; absent: the usual label. */
  readonly children?: ReactNode
}

/** Plays a scenario. While it stands at a mark the same button goes on. */
export function RunButton({ scenario, children }: RunButtonProps) {
  const { t } = usePhrases()
  const { runs } = useProof()
  const run = useRunState()
  const mine = run.kind === 'playing' && run.scenario === scenario ? run : null
  if (mine !== null && mine.mark !== null)
    return (
      <button type="button" className="button button-small run-button" onClick={() => runs.goOn()}>
        <SkipForward size={14} aria-hidden />
        {t('proof.continue')}
      </button>
    )
  return (
    <button
      type="button"
      className="button button-small run-button"
      aria-disabled={mine !== null}
      onClick={() => {
        if (mine === null) void runs.start(scenario)
      }}
    >
      <Play size={14} aria-hidden />
      {mine === null ? (children ?? t('proof.run')) : runningText(mine, t)}
    </button>
  )
}

function runningText(
  { step, steps }: { readonly step: number; readonly steps: number },
  t: ReturnType<typeof usePhrases>['t'],
): string {
  return steps === 0 ? t('proof.starting') : t('proof.running', { step, steps })
}
