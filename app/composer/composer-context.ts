import { createContext, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { ComposerDraft, ComposerStore } from './composer-store.ts'
import type { MessagePairing } from './message-pairing.ts'
import type { RawClient, RawClientState } from './raw-client.ts'

export interface Composer {
  readonly draft: ComposerStore
  readonly client: RawClient
  readonly pairing: MessagePairing
}

export const ComposerContext = createContext<Composer | null>(null)

export function useComposer(): Composer {
  const composer = useContext(ComposerContext)
  if (composer === null) throw new Error('useComposer needs a ComposerContext above')
  return composer
}

export function useComposerDraft<T>(selector: (draft: ComposerDraft) => T): T {
  return useStore(useComposer().draft, selector)
}

export function useRawClientState(): RawClientState {
  const { client } = useComposer()
  return useSyncExternalStore(client.subscribe, () => client.state)
}
