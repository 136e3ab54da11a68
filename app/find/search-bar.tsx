import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { usePage } from '../playback/playback-context.tsx'
import { showMatch } from '../playback/show-match.ts'
import { usePlayback } from '../playback/use-projection.ts'
import { useSearch } from '../playback/use-search.ts'
import { IconButton } from '../styles/icon-button.tsx'
import { FilterBar } from './filter-bar.tsx'
import './search-bar.css'
import { TermField } from './term-field.tsx'

export interface SearchBarProps {
  readonly onClose: () => void
  /** With the filter below, where no timeline has it. */
  readonly withFilter: boolean
}

/** Looks for something in the trace (ux.md c.4): marks it in every view and goes from match to match. It hides nothing. */
export function SearchBar({ onClose, withFilter }: SearchBarProps) {
  const { t, number } = usePhrases()
  const page = usePage()
  const { text, problem, position, total, isHere } = useSearch()
  const setSearch = usePlayback((state) => state.setSearch)
  const bar = useRef<HTMLElement>(null)
  // Who comes by a link reads first.
  const [cameByLink] = useState(text !== '')
  useEffect(() => (cameByLink ? undefined : takeFocus(bar.current)), [cameByLink])
  const next = () => showMatch(page, 1)
  const previous = () => showMatch(page, -1)
  const onEnter = (keyDown: KeyboardEvent) => {
    if (keyDown.key !== 'Enter') return
    keyDown.preventDefault()
    if (keyDown.shiftKey) previous()
    else next()
  }
  return (
    <search ref={bar} className="search-bar" aria-label={t('search.search')} data-region="search">
      <TermField
        name={t('search.search')}
        placeholder={t('search.example')}
        about={t('search.about')}
        text={text}
        problem={problem}
        onText={setSearch}
        onKeyDown={onEnter}
        outcome={
          <output className="search-position" aria-label={t('search.matches')} data-here={isHere || undefined}>
            {text !== '' && t('search.position', { position: number(position), total: number(total) })}
          </output>
        }
      >
        <IconButton name={t('search.previous')} Icon={ChevronUp} press={previous} disabled={total === 0} small />
        <IconButton name={t('search.next')} Icon={ChevronDown} press={next} disabled={total === 0} small />
      </TermField>
      <span className="search-about">{t('search.about')}</span>
      <IconButton name={t('search.close')} Icon={X} press={onClose} small />
      {withFilter && <FilterBar />}
    </search>
  )
}

/** Takes the focus to the field, for whoever called the bar, and gives it back to who had it when the bar goes with it. */
function takeFocus(bar: HTMLElement | null): () => void {
  const { activeElement } = document
  bar?.querySelector('input')?.focus()
  return () => {
    const went = bar?.contains(document.activeElement) || document.activeElement === document.body
    if (went && activeElement instanceof HTMLElement) activeElement.focus()
  }
}
