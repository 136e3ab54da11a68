import { type ReactNode, useEffect } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { BreakableName } from '../styles/breakable-name.tsx'
import { useAsked } from './predict.tsx'

interface PartProps {
  readonly children?: ReactNode
}

export function Question({ children }: PartProps) {
  const { question } = useAsked()
  return (
    <div id={question} className="predict-question">
      {children}
    </div>
  )
}

interface OptionProps extends PartProps {
  readonly value?: string
  /** The answer is a box of the picture: a click on it chooses it too. */
  readonly station?: string
}

export function Option({ value, station, children }: OptionProps) {
  const { name, state, choose } = useAsked()
  const answer = value ?? station ?? ''
  const isOpen = state.kind === 'open'
  useBoxClick(isOpen ? station : undefined, () => choose(answer))
  const mark = state.kind === 'revealed' ? markOf(answer, state) : undefined
  return (
    <label className="predict-option" data-mark={mark}>
      <input
        type="radio"
        name={name}
        value={answer}
        checked={state.choice === answer}
        disabled={!isOpen}
        onChange={() => choose(answer)}
      />
      <span>
        {children ?? (
          <code>
            <BreakableName name={answer} />
          </code>
        )}
      </span>
    </label>
  )
}

function markOf(answer: string, { choice, right }: { readonly choice: string; readonly right: string }) {
  if (answer === right) return 'right'
  return answer === choice ? 'wrong' : undefined
}

/** Undefined: no box is asked for. */
function useBoxClick(station: string | undefined, choose: () => void): void {
  useEffect(() => {
    if (station === undefined) return
    const onClick = ({ target }: MouseEvent) => {
      const box = target instanceof Element ? target.closest('[data-station]') : null
      if (box?.getAttribute('data-station') === station) choose()
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  })
}

interface RevealProps extends PartProps {
  readonly of: string
}

/** Not in the page before the trace has proved the answer; then for the right one and for the reader's own. */
export function Reveal({ of: answer, children }: RevealProps) {
  const { t } = usePhrases()
  const { state } = useAsked()
  if (state.kind !== 'revealed') return null
  const mark = markOf(answer, state)
  if (mark === undefined) return null
  return (
    <div className="predict-reveal" data-mark={mark}>
      <p className="predict-reveal-title">{t(mark === 'right' ? 'proof.what-happens' : 'proof.your-answer')}</p>
      {children}
    </div>
  )
}
