import { X } from 'lucide-react'
import { useId, useState } from 'react'
import type { GateBreakpoint } from '#trace'
import { usePhrases } from '../language/use-phrases.ts'
import { usePageBreakpoints } from './gates-context.ts'

/** One breakpoint: which gate, and what it makes wait. The condition counts when Enter or the next field is reached. */
export function BreakpointFields({ breakpoint }: { readonly breakpoint: GateBreakpoint }) {
  const { t } = usePhrases()
  const breakpoints = usePageBreakpoints()
  const id = useId()
  const [draft, setDraft] = useState(breakpoint.condition)
  const [refused, setRefused] = useState<string | null>(null)
  const settle = async () => {
    const wanted = draft.trim()
    if (wanted === breakpoint.condition) return
    setRefused((await breakpoints.set(breakpoint.gate, wanted)) ? null : wanted)
  }
  return (
    <form
      className="breakpoint-fields"
      onSubmit={(submit) => {
        submit.preventDefault()
        void settle()
      }}
    >
      <span className="breakpoint-gate">{t('gates.short-G1')}</span>
      <label htmlFor={id}>{t('gates.condition')}</label>
      <input
        id={id}
        className="field field-mono"
        value={draft}
        placeholder="from:B type:Upgrade"
        aria-describedby={`${id}-hint`}
        aria-invalid={refused !== null}
        spellCheck={false}
        onChange={(change) => setDraft(change.currentTarget.value)}
        onBlur={() => void settle()}
      />
      <button
        type="button"
        className="button button-plain button-icon button-small"
        aria-label={t('gates.remove', { gate: breakpoint.gate })}
        onClick={() => breakpoints.remove(breakpoint.gate)}
      >
        <X size={16} aria-hidden />
      </button>
      <span id={`${id}-hint`} className="breakpoint-hint" data-wrong={refused !== null || undefined}>
        {refused === null ? t('gates.condition-hint') : t('gates.condition-wrong', { part: refused })}
      </span>
    </form>
  )
}
