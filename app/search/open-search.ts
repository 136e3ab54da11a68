import type { Language } from '../../content/phrases/index.ts'
import { createNotesSearch, type SearchNotes } from './notes-search.ts'

const SOURCES = {
  en: () => Promise.all([import('./english-sections.ts'), import('../../content/glossary/en.ts')]),
  vi: () => Promise.all([import('./vietnamese-sections.ts'), import('../../content/glossary/vi.ts')]),
} satisfies Readonly<Record<Language, unknown>>

/** Loads what the notes say in a language, and makes it searchable. */
export async function openSearch(language: Language): Promise<SearchNotes> {
  const [{ SECTIONS }, { definitions }] = await SOURCES[language]()
  return createNotesSearch(SECTIONS, definitions)
}
