import { X } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import { useFilter } from '../playback/use-filter.ts'
import { usePlayback } from '../playback/use-projection.ts'
import './filter-bar.css'
import { TermField } from './term-field.tsx'

/** One filter for every view (ux.md c.4): it hides and steps over, and drops nothing. */
export function FilterBar() {
  const { t, number } = usePhrases()
  const { text, problem, shown, total } = useFilter()
  const setFilter = usePlayback((state) => state.setFilter)
  const isRead = text !== '' && problem === null
  return (
    <div className="filter-bar">
      <TermField
        name={t('filter.filter')}
        placeholder={t('filter.example')}
        about={t('filter.about')}
        text={text}
        problem={problem}
        onText={setFilter}
        outcome={isRead && t('filter.shown', { shown: number(shown), total: number(total) })}
      >
        {text !== '' && (
          <button type="button" className="button button-plain button-small" onClick={() => setFilter('')}>
            <X size={14} aria-hidden />
            {t('filter.clear')}
          </button>
        )}
      </TermField>
    </div>
  )
}
