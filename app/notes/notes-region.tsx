import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { usePhrases } from '../language/use-phrases.ts'
import { ChaptersNavigation } from './chapters-navigation.tsx'
import { useReading } from './notes-context.ts'
import { FoundPlaces, NotesSearchField } from './notes-search.tsx'
import './notes-region.css'
import { OpenText } from './open-text.tsx'
import { useNotesSearch } from './use-notes-search.ts'
import { useSearchScroll } from './use-search-scroll.ts'

/** The notes beside the picture, in the language of the page. */
export function NotesRegion() {
  const { t, language } = usePhrases()
  const reading = useReading((open) => open)
  const chosen = useMemo(() => ({ reading, language }), [reading, language])
  // What is read stays until the next text is there.
  const shown = useDeferredValue(chosen)
  const [query, setQuery] = useState('')
  const found = useNotesSearch(query)
  const region = useRef<HTMLElement>(null)
  useSearchScroll(region, found !== null)
  return (
    <section ref={region} className="notes-region" aria-label={t('notes.region')}>
      <NotesSearchField query={query} onQuery={setQuery} />
      {found !== null && <FoundPlaces places={found} onOpen={() => setQuery('')} />}
      <article hidden={found !== null} aria-busy={shown !== chosen}>
        <OpenText reading={shown.reading} language={shown.language} />
      </article>
      <ChaptersNavigation />
    </section>
  )
}
