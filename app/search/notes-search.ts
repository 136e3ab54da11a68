import MiniSearch from 'minisearch'
import { TERMS, type TermName } from '../../content/glossary/terms.ts'
import { plainLetters } from '../../content/notes-compiler/heading-slug.ts'
import type { ChapterSection } from '../../content/notes-compiler/sections.ts'
import { type ExcerptRun, excerpt } from './excerpt.ts'

/** A place in the notes that a search has found. */
export interface FoundPlace {
  /** Slug of the chapter; null: the glossary. */
  readonly chapter: string | null
  /** The address of the place within the chapter; null: its beginning. */
  readonly id: string | null
  /** Null: the beginning of the chapter has none. */
  readonly heading: string | null
  readonly excerpt: readonly ExcerptRun[]
}

export type SearchNotes = (query: string) => readonly FoundPlace[]

interface Place extends ChapterSection {
  readonly chapter: string | null
}

const SLUG = /\/\d+-([\w-]+)\.mdx$/
const MOST = 20

/** Words are found by their beginning and with a slip of the pen, in any case, with or without the marks of Vietnamese. */
export function createNotesSearch(
  sections: Readonly<Record<string, readonly ChapterSection[]>>,
  definitions: Readonly<Record<TermName, string>>,
): SearchNotes {
  const places: Place[] = [
    ...Object.entries(sections).flatMap(([path, ofChapter]) =>
      ofChapter.map((section) => ({ ...section, chapter: SLUG.exec(path)?.[1] ?? '' })),
    ),
    ...(Object.keys(TERMS) as TermName[]).map((name) => ({
      chapter: null,
      id: name,
      heading: TERMS[name].term,
      text: definitions[name],
    })),
  ]
  const index = new MiniSearch<{ id: number; heading: string; text: string }>({
    fields: ['heading', 'text'],
    processTerm: plainLetters,
    searchOptions: {
      boost: { heading: 3 },
      combineWith: 'AND',
      // The last word is still being typed.
      prefix: (_term, index, terms) => index === terms.length - 1,
      // Syllables of Vietnamese are short, and most are a slip away from another.
      fuzzy: (term) => (term.length > 7 ? 0.2 : false),
    },
  })
  index.addAll(places.map(({ heading, text }, id) => ({ id, heading: heading ?? '', text })))
  return (query) =>
    index
      .search(query)
      .slice(0, MOST)
      .flatMap(({ id, terms }) => {
        const place = places[id]
        return place === undefined ? [] : [{ ...place, excerpt: excerpt(place.text, terms) }]
      })
}
