import { useEffect, useState } from 'react'
import type { Language } from '../../content/phrases/index.ts'
import { usePhrases } from '../language/use-phrases.ts'
import type { FoundPlace, SearchNotes } from '../search/notes-search.ts'

/** Texts and library come with the first search of a language. */
const opened = new Map<Language, Promise<SearchNotes>>()

export function loadNotesSearch(language: Language): Promise<SearchNotes> {
  const search =
    opened.get(language) ?? import('../search/open-search.ts').then(({ openSearch }) => openSearch(language))
  opened.set(language, search)
  return search
}

/** What is found; null: nothing is looked for, or it is not loaded yet. */
export function useNotesSearch(query: string): readonly FoundPlace[] | null {
  const { language } = usePhrases()
  const [found, setFound] = useState<{ readonly query: string; readonly places: readonly FoundPlace[] } | null>(null)
  const wanted = query.trim()
  useEffect(() => {
    if (wanted === '') return
    let isWanted = true
    void loadNotesSearch(language).then((search) => {
      if (isWanted) setFound({ query: wanted, places: search(wanted) })
    })
    return () => {
      isWanted = false
    }
  }, [wanted, language])
  return wanted === '' || found === null ? null : found.places
}
