import { CircleHelp } from 'lucide-react'
import { createContext, type ReactNode, useContext, useId } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import type { PredictionState } from './predictions.ts'
import { usePrediction, useProof, useTally } from './proof-context.ts'
import './predict.css'

interface Asked {
  readonly name: string
  readonly question: string
  readonly state: PredictionState
  readonly choose: (choice: string) => void
}

const AskedContext = createContext<Asked | null>(null)

export function useAsked(): Asked {
  const asked = useContext(AskedContext)
  if (asked === null) throw new Error('this part of a prediction stands outside of one')
  return asked
}

interface PredictProps {
  readonly name: string
  readonly scenario?: string
  /** The question, its options, and why each tempts or is so. */
  readonly children?: ReactNode
}

/** A question that is answered by what the system does, after the reader has said what it will. */
export function Predict({ name, scenario = '', children }: PredictProps) {
  const { t } = usePhrases()
  const { predictions } = useProof()
  const state = usePrediction(name)
  const question = useId()
  const choose = (choice: string) => predictions.choose(name, choice)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend into the card's border
    <div className="predict note-card" role="group" aria-label={t('proof.predict')} data-state={state.kind}>
      <p className="note-card-head">
        <CircleHelp size={16} aria-hidden />
        <span className="note-card-kind">{t('proof.predict')}</span>
      </p>
      <AskedContext value={{ name, question, state, choose }}>
        <div role="radiogroup" aria-labelledby={question} className="predict-options">
          {children}
        </div>
      </AskedContext>
      <PredictFoot state={state} onLockIn={() => void predictions.lockIn(name, scenario)} />
    </div>
  )
}

interface PredictFootProps {
  readonly state: PredictionState
  readonly onLockIn: () => void
}

function PredictFoot({ state, onLockIn }: PredictFootProps) {
  const { t } = usePhrases()
  const { foreseen, revealed } = useTally()
  const said: Readonly<Record<PredictionState['kind'], string>> = {
    open: '',
    locked: t('proof.watch'),
    unproved: t('proof.again'),
    revealed: t(state.kind === 'revealed' && state.choice === state.right ? 'proof.foreseen' : 'proof.surprised'),
  }
  const isOpen = state.kind === 'open' || state.kind === 'unproved'
  return (
    <div className="predict-foot">
      {isOpen && (
        <button type="button" className="button button-small" disabled={state.choice === null} onClick={onLockIn}>
          {t('proof.lock-in')}
        </button>
      )}
      <p role="status" className="predict-said">
        {said[state.kind]}
      </p>
      {state.kind === 'revealed' && <p className="predict-tally">{t('proof.tally', { foreseen, revealed })}</p>}
    </div>
  )
}
