import { createStore, type StoreApi } from 'zustand/vanilla'
import { FRAME_TEMPLATES } from './frame-templates.ts'

/** What a person has typed into the frame composer. */
export interface ComposerDraft {
  /** Whether it has a place among the cards. */
  readonly shown: boolean
  readonly path: string
  /** Separated by commas or blanks. */
  readonly protocols: string
  /** With signs in place of control characters: visible-text.ts. */
  readonly text: string
  change(change: Partial<Pick<ComposerDraft, 'shown' | 'path' | 'protocols' | 'text'>>): void
  /** Shows the composer with a text of the notes. */
  compose(text: string): void
}

export type ComposerStore = StoreApi<ComposerDraft>

export function createComposerStore(): ComposerStore {
  return createStore((set) => ({
    shown: false,
    path: '/ws',
    protocols: 'v12.stomp',
    text: FRAME_TEMPLATES.CONNECT ?? '',
    change: (change) => set(change),
    compose: (text) => set({ shown: true, text }),
  }))
}
