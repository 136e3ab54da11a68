import { createStore, type StoreApi } from 'zustand/vanilla'

/** What the glossary is called where a chapter has its slug. */
export const GLOSSARY = 'glossary'

export interface Reading {
  /** The slug of what is open; null: the first chapter. */
  readonly chapter: string | null
  /** Where in it the reader asked to be, an id of its text; null: where it was left. */
  readonly heading: string | null
  /** How often something was opened: the same place can be asked for again. */
  readonly opened: number
  /** The chapter from which the glossary was opened; null: the first. */
  readonly cameFrom: string | null
  open(chapter: string | null, heading?: string | null): void
}

export type ReadingStore = StoreApi<Reading>

/** What the reader has open. */
export function createReadingStore(chapter: string | null, heading: string | null): ReadingStore {
  return createStore((set, get) => ({
    chapter,
    heading,
    opened: 0,
    cameFrom: null,
    open(next, at = null) {
      const { chapter: left, cameFrom, opened } = get()
      const isLook = next === GLOSSARY
      set({
        chapter: next,
        heading: at,
        opened: opened + 1,
        cameFrom: !isLook ? null : left === GLOSSARY ? cameFrom : left,
      })
    },
  }))
}
