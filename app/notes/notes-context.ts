import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Reading, ReadingStore } from './reading-store.ts'

/** How far each chapter was read: the number of the block at the top, by slug. Outlives the page. */
export interface ReadingPositions {
  get(): Readonly<Record<string, number>>
  set(positions: Readonly<Record<string, number>>): void
}

export interface Notes {
  readonly reading: ReadingStore
  readonly positions: ReadingPositions
}

export const NotesContext = createContext<Notes | null>(null)

export function useNotes(): Notes {
  const notes = useContext(NotesContext)
  if (notes === null) throw new Error('useNotes needs a NotesContext above')
  return notes
}

export function useReading<T>(selector: (reading: Reading) => T): T {
  return useStore(useNotes().reading, selector)
}
