import { useCallback } from 'react'
import { useStore } from 'zustand'
import { type ClientDraft, FRESH_DRAFT } from './client-drafts.ts'
import { useLivePage } from './live-page-context.tsx'

/** What stands in a card's fields. */
export function useDraft(card: number): readonly [ClientDraft, (change: Partial<ClientDraft>) => void] {
  const { drafts } = useLivePage()
  const draft = useStore(drafts, (state) => state.drafts[card] ?? FRESH_DRAFT)
  const change = useCallback((part: Partial<ClientDraft>) => drafts.getState().change(card, part), [drafts, card])
  return [draft, change]
}
