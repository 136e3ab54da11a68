import { Search } from 'lucide-react'
import { usePhrases } from '../language/use-phrases.ts'
import type { FoundPlace } from '../search/notes-search.ts'
import { ChapterLink } from './chapter-link.tsx'
import { chaptersIn } from './chapters.ts'
import './notes-search.css'
import { GLOSSARY } from './reading-store.ts'
import { loadNotesSearch } from './use-notes-search.ts'

interface NotesSearchFieldProps {
  readonly query: string
  readonly onQuery: (query: string) => void
}

export function NotesSearchField({ query, onQuery }: NotesSearchFieldProps) {
  const { t, language } = usePhrases()
  return (
    <search className="notes-search">
      <Search size={16} aria-hidden />
      <input
        type="search"
        className="field"
        aria-label={t('notes.search')}
        placeholder={t('notes.search')}
        value={query}
        onFocus={() => void loadNotesSearch(language)}
        onChange={(change) => onQuery(change.currentTarget.value)}
        onKeyDown={(keyDown) => {
          if (keyDown.key !== 'Escape' || query === '') return
          keyDown.preventDefault()
          onQuery('')
        }}
      />
    </search>
  )
}

interface FoundPlacesProps {
  readonly places: readonly FoundPlace[]
  readonly onOpen: () => void
}

/** What a search has found, best first. */
export function FoundPlaces({ places, onOpen }: FoundPlacesProps) {
  const { t, language } = usePhrases()
  const titleOf = (slug: string | null) =>
    slug === null ? t('notes.glossary') : (chaptersIn(language).find((entry) => entry.slug === slug)?.title ?? slug)
  return (
    <div className="found-places">
      <p role="status" aria-label={t('notes.found-status')}>
        {places.length === 0 ? t('notes.found-nothing') : t('notes.found', { count: places.length })}
      </p>
      <ul aria-label={t('notes.found-list')}>
        {places.map(({ chapter, id, heading, excerpt }) => (
          <li key={`${chapter}#${id}`}>
            <ChapterLink chapter={chapter ?? GLOSSARY} heading={id ?? undefined} onOpen={onOpen}>
              {heading ?? titleOf(chapter)}
            </ChapterLink>
            {heading !== null && <span className="found-chapter">{titleOf(chapter)}</span>}
            <p>
              {excerpt.map((run, index) =>
                // Runs of one excerpt never change places.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                run.match ? <mark key={index}>{run.text}</mark> : run.text,
              )}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
