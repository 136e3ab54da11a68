import { SkipForward, Square, X } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import { useProof, useRunState } from './proof-context.ts'
import type { RunTrouble } from './run-state.ts'
import './run-bar.css'

/** What the run of now does, and how to go on or end it. Nothing when there is none. */
export function RunBar() {
  const { t, language } = usePhrases()
  const { runs } = useProof()
  const run = useRunState()
  if (run.kind === 'none') return null
  if (run.kind === 'over')
    return (
      <section className="run-bar" aria-label={t('proof.run-bar')} data-trouble={run.trouble !== null || undefined}>
        <p role="status">{run.trouble === null ? t('proof.over') : troubleText(run.trouble, t)}</p>
        <button
          type="button"
          className="button button-small button-icon button-plain"
          aria-label={t('proof.dismiss')}
          onClick={() => runs.dismiss()}
        >
          <X size={14} aria-hidden />
        </button>
      </section>
    )
  const { step, steps, mark } = run
  const where = { step, steps }
  return (
    <section className="run-bar" aria-label={t('proof.run-bar')}>
      <p role="status">
        {steps === 0 && t('proof.starting')}
        {steps > 0 &&
          (mark === null ? t('proof.running', where) : t('proof.at-mark', { ...where, label: mark[language] }))}
      </p>
      {mark !== null && (
        <button type="button" className="button button-small button-primary" onClick={() => runs.goOn()}>
          <SkipForward size={14} aria-hidden />
          {t('proof.continue')}
        </button>
      )}
      <button type="button" className="button button-small" onClick={() => runs.stop()}>
        <Square size={12} aria-hidden />
        {t('proof.stop')}
      </button>
    </section>
  )
}

function troubleText(trouble: RunTrouble, t: ReturnType<typeof usePhrases>['t']): string {
  switch (trouble.kind) {
    case 'client-missing':
      return t('proof.trouble-client-missing', { client: trouble.client })
    case 'no-lab':
      return t('proof.trouble-no-lab', { configuration: trouble.configuration })
    default:
      return t(`proof.trouble-${trouble.kind}`)
  }
}
