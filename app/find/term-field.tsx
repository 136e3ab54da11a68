import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { FILTER_FIELDS, FILTER_FLAGS, type FilterProblem } from '../projection/filter/filter-term.ts'
import './term-field.css'
import { TermMenu } from './term-menu.tsx'
import { useTermGroups } from './use-term-values.ts'

/** Terms that no menu offers: what is typed on, and what few ask. */
const MORE_COMPLETIONS: readonly string[] = [
  'dest:/topic/**',
  'dest:/app/**',
  'size>1k',
  ...FILTER_FLAGS.map((flag) => `is:${flag}`),
  ...FILTER_FIELDS.map((field) => `${field}:`),
]

/** How many ways to go on are offered. */
const MOST_COMPLETIONS = 3

interface TermFieldProps {
  readonly name: string
  readonly placeholder: string
  /** What the terms do here. */
  readonly about: string
  readonly text: string
  readonly problem: FilterProblem | null
  readonly onText: (text: string) => void
  readonly onKeyDown?: (keyDown: KeyboardEvent<HTMLInputElement>) => void
  /** What came of the text. */
  readonly outcome: ReactNode
  /** What can be done with it; stands still while ways to go on come and go. */
  readonly children: ReactNode
}

/** A field for terms of the one language that filter and search speak, with ways to go on and what is wrong. */
export function TermField(props: TermFieldProps) {
  const { name, placeholder, about, text, problem, onText, onKeyDown, outcome, children } = props
  const { t } = usePhrases()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const known = useTermGroups().flatMap(({ terms }) => terms)
  const begun = text.slice(text.search(/\S*$/)).toLowerCase()
  const completions = [...known, ...MORE_COMPLETIONS].filter(
    (term) => begun !== '' && term.toLowerCase().startsWith(begun) && term.toLowerCase() !== begun,
  )
  const complete = (term: string) => {
    onText(`${text.slice(0, text.length - begun.length)}${term}`)
    field.current?.focus()
  }
  return (
    <>
      <label htmlFor={id} className="term-field-name">
        {name}
      </label>
      <input
        ref={field}
        id={id}
        type="search"
        className="field field-mono term-field"
        aria-describedby={`${id}-outcome`}
        aria-invalid={problem !== null}
        title={about}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(change) => onText(change.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <TermMenu text={text} onText={onText} about={about} disabled={problem !== null} />
      <span id={`${id}-outcome`} className="term-field-outcome">
        {outcome}
        {problem !== null && <span className="term-field-problem"> {t(problem.key, problem.params)}</span>}
      </span>
      {children}
      {completions.slice(0, MOST_COMPLETIONS).map((term) => (
        <button
          key={term}
          type="button"
          className="button button-plain button-small term-field-completion"
          onClick={() => complete(term)}
        >
          {term}
        </button>
      ))}
    </>
  )
}
