import { X } from 'lucide-react'
import { useId, useRef } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { useFilter } from '../playback/use-filter.ts'
import { usePlayback } from '../playback/use-projection.ts'
import { FILTER_FIELDS, FILTER_FLAGS, FILTER_LAYERS } from '../projection/filter/filter-term.ts'
import './filter-bar.css'

/** Whole terms to begin with; the rest is typed. */
const COMPLETIONS: readonly string[] = [
  ...['SEND', 'MESSAGE', 'SUBSCRIBE', 'CONNECT', 'CONNECTED', 'ERROR', 'GET', 'POST'].map((type) => `type:${type}`),
  ...['A', 'B'].flatMap((client) => [`from:${client}`, `to:${client}`]),
  'dest:/topic/**',
  'dest:/app/**',
  'body:',
  'size>1k',
  'dir:in',
  'dir:out',
  ...FILTER_FLAGS.map((flag) => `is:${flag}`),
  ...FILTER_LAYERS.map((layer) => `layer:${layer}`),
  ...FILTER_FIELDS.map((field) => `${field}:`),
]

/** How many ways to go on are offered. */
const MOST_COMPLETIONS = 3

/** One filter for every view (ux.md c.4): it hides and steps over, and drops nothing. */
export function FilterBar() {
  const { t, number } = usePhrases()
  const { text, problem, shown, total } = useFilter()
  const setFilter = usePlayback((state) => state.setFilter)
  const explanation = useId()
  const field = useRef<HTMLInputElement>(null)
  const begun = text.slice(text.search(/\S*$/)).toLowerCase()
  const completions = begun === '' ? [] : COMPLETIONS.filter((term) => term.startsWith(begun) && term !== begun)
  const complete = (term: string) => {
    setFilter(`${text.slice(0, text.length - begun.length)}${term}`)
    field.current?.focus()
  }
  return (
    <div className="filter-bar">
      <input
        ref={field}
        type="search"
        className="field field-mono filter-bar-field"
        aria-label={t('filter.filter')}
        aria-describedby={explanation}
        aria-invalid={problem !== null}
        placeholder={t('filter.example')}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(change) => setFilter(change.currentTarget.value)}
      />
      <span id={explanation} className="filter-bar-explanation" data-problem={problem !== null || undefined}>
        {problem !== null
          ? t(problem.key, problem.params)
          : text !== '' && t('filter.shown', { shown: number(shown), total: number(total) })}
      </span>
      {completions.slice(0, MOST_COMPLETIONS).map((term) => (
        <button
          key={term}
          type="button"
          className="button button-plain button-small filter-bar-completion"
          onClick={() => complete(term)}
        >
          {term}
        </button>
      ))}
      {text !== '' && (
        <button type="button" className="button button-plain button-small" onClick={() => setFilter('')}>
          <X size={14} aria-hidden />
          {t('filter.clear')}
        </button>
      )}
    </div>
  )
}
