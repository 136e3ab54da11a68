import type { ClientTag } from '#trace'

/** Why a run ended before its end. */
export type RunTrouble =
  /** No scenario has that name. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'lab-lost' }
  /** The page shows another recording, or another life of the lab. */
  | { readonly kind: 'other-trace' }
  | { readonly kind: 'client-missing'; readonly client: ClientTag }
  | { readonly kind: 'no-lab'; readonly configuration: string }

export type RunState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'playing'
      readonly scenario: string
      /** From 1; 0: not begun. */
      readonly step: number
      readonly steps: number
      /** Where the run stands and waits; null: it goes. */
      readonly mark: { readonly en: string; readonly vi: string } | null
    }
  | { readonly kind: 'over'; readonly scenario: string; readonly trouble: RunTrouble | null }
