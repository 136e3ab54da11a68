import { createStore, type StoreApi } from 'zustand/vanilla'
import type { HeartbeatPair } from '#trace'
import type { TransportName } from './client-transport.ts'
import { HEART_BEAT } from './live-client.ts'
import type { TokenPreset } from './token-preset.ts'

export interface DraftHeader {
  readonly name: string
  readonly value: string
}

/** What a person has typed or chosen in a card. Null: not touched, the card proposes something. */
export interface ClientDraft {
  readonly transport: TransportName
  readonly token: TokenPreset
  readonly reconnects: boolean
  /** Milliseconds. */
  readonly heartBeat: HeartbeatPair
  readonly subscribeTo: string | null
  readonly destination: string | null
  readonly body: string | null
  readonly headers: readonly DraftHeader[]
}

export interface ClientDrafts {
  /** By the card's place in the roster, which stays when its letter changes. */
  readonly drafts: readonly ClientDraft[]
  change(card: number, change: Partial<ClientDraft>): void
}

export const FRESH_DRAFT: ClientDraft = {
  transport: 'raw WebSocket',
  token: 'none',
  reconnects: true,
  heartBeat: HEART_BEAT,
  subscribeTo: null,
  destination: null,
  body: null,
  headers: [],
}

export function createClientDrafts(): StoreApi<ClientDrafts> {
  return createStore((set) => ({
    drafts: [],
    change: (card, change) =>
      set(({ drafts }) => ({
        drafts: Array.from({ length: Math.max(drafts.length, card + 1) }, (_, index) => {
          const draft = drafts[index] ?? FRESH_DRAFT
          return index === card ? { ...draft, ...change } : draft
        }),
      })),
  }))
}
