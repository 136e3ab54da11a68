import { SlidersHorizontal } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import { hasTerm, toggledTerm } from '../projection/filter/filter-text.ts'
import { PopoverMenu } from '../styles/popover-menu.tsx'
import './term-menu.css'
import { useTermGroups } from './use-term-values.ts'

interface TermMenuProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** What the terms do here. */
  readonly about: string
  /** The text cannot be read: nothing can be added to it. */
  readonly disabled: boolean
}

/** Terms to press, for whoever does not know the language yet; what they press is typed for them. */
export function TermMenu({ about, disabled, ...chips }: TermMenuProps) {
  const { t } = usePhrases()
  return (
    <PopoverMenu
      name={t('filter.terms')}
      look={{ button: 'button-plain button-small', menu: 'term-menu' }}
      title={about}
      disabled={disabled}
      face={
        <>
          <SlidersHorizontal size={14} aria-hidden />
          <span className="term-menu-word">{t('filter.terms')}</span>
        </>
      }
    >
      {() => (
        <>
          <p>{about}</p>
          <TermChips {...chips} />
        </>
      )}
    </PopoverMenu>
  )
}

function TermChips({ text, onText }: Pick<TermMenuProps, 'text' | 'onText'>) {
  const { t } = usePhrases()
  const wordsOf = (term: string) =>
    term === 'errors' || term === 'heartbeats' ? t(`filter.${term}`) : term.slice(term.indexOf(':') + 1)
  return useTermGroups()
    .filter(({ terms }) => terms.length > 0)
    .map(({ about, terms }) => (
      <fieldset key={about} className="term-group">
        <legend>{t(`filter.ask-${about}`)}</legend>
        <div className="term-chips">
          {terms.map((term) => (
            <button
              key={term}
              type="button"
              className="button button-small term-chip"
              aria-pressed={hasTerm(text, term)}
              onClick={() => onText(toggledTerm(text, term))}
            >
              {wordsOf(term)}
            </button>
          ))}
        </div>
      </fieldset>
    ))
}
