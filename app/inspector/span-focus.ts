import { createContext, useContext } from 'react'
import type { LayerName, LayerSpan } from '../projection/layers/layer.ts'

/** What is looked at: a part of a layer, or one octet of the wire. */
export interface LookedAt {
  /** The span's id, or `octet.6`. */
  readonly id: string
  readonly layer: LayerName
  readonly wire: readonly number[]
  /** Null: a single octet. */
  readonly span: LayerSpan | null
}

export interface SpanFocus {
  readonly lookedAt: LookedAt | null
  /** Octets that are lit in every layer. */
  readonly lit: ReadonlySet<number>
  /** A part that was clicked stays until it is clicked again, or Escape. */
  readonly pinned: boolean
}

/** The same as long as the inspector is there. */
export interface SpanActions {
  look(at: LookedAt | null): void
  /** Once more: lets go of it. */
  pin(at: LookedAt): void
  unpin(): void
}

export const SpanActionsContext = createContext<SpanActions | null>(null)

export function useSpanActions(): SpanActions {
  const actions = useContext(SpanActionsContext)
  if (actions === null) throw new Error('useSpanActions needs an inspector above')
  return actions
}

export const SpanFocusContext = createContext<SpanFocus | null>(null)

export function useSpanFocus(): SpanFocus {
  const focus = useContext(SpanFocusContext)
  if (focus === null) throw new Error('useSpanFocus needs an inspector above')
  return focus
}

export const lookedAtSpan = (span: LayerSpan): LookedAt => ({
  id: span.id,
  layer: span.layer,
  wire: span.wire,
  span,
})

export const lookedAtOctet = (octet: number): LookedAt => ({
  id: `octet.${octet}`,
  layer: 'tcp',
  wire: [octet],
  span: null,
})
