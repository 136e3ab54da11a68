import { Check, Circle } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { scenarioProving } from './chapter-content.ts'
import { useClaimSeen, useProof } from './proof-context.ts'
import './claim-chip.css'

interface ClaimProps {
  readonly name: string
  readonly children?: ReactNode
}

/** A sentence, and whether the reader's own traffic has shown it yet. */
export function Claim({ name, children }: ClaimProps) {
  const { t } = usePhrases()
  const { playback } = usePage()
  const { runs } = useProof()
  const { count, newest } = useClaimSeen(name)
  const sentence = useId()
  const run = async () => {
    const scenario = await scenarioProving(name)
    if (scenario !== null) await runs.start(scenario.name)
  }
  const show = (seq: number) => playback.getState().showStepOf(seq)
  return (
    <span className="claim" data-claim={name}>
      <span id={sentence}>{children}</span>{' '}
      <button
        type="button"
        className="claim-chip"
        data-seen={newest !== null}
        aria-label={newest === null ? t('proof.not-seen-name') : t('proof.seen-name', { count })}
        aria-describedby={sentence}
        onClick={() => (newest === null ? void run() : show(newest))}
      >
        {newest === null ? <Circle size={12} aria-hidden /> : <Check size={12} aria-hidden />}
        {newest === null
          ? `${t('proof.not-seen')} · ${t('proof.run-it')}`
          : `${t('proof.seen', { count })} · ${t('proof.show')}`}
      </button>
    </span>
  )
}
