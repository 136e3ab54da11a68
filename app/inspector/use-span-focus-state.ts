import { useMemo, useState } from 'react'
import { type Inflation, linkedOctets } from '../projection/layers/inflation.ts'
import type { LookedAt, SpanActions, SpanFocus } from './span-focus.ts'

/** Hover and keyboard focus look at a part; a click pins it. */
export function useSpanFocusState(inflations: readonly Inflation[]): {
  readonly focus: SpanFocus
  readonly actions: SpanActions
} {
  const [passing, setPassing] = useState<LookedAt | null>(null)
  const [pinnedAt, setPinnedAt] = useState<LookedAt | null>(null)
  const lookedAt = passing ?? pinnedAt
  const pinned = pinnedAt !== null && lookedAt?.id === pinnedAt.id
  const focus = useMemo(
    () => ({ lookedAt, lit: linkedOctets(inflations, lookedAt?.wire ?? []), pinned }),
    [lookedAt, pinned, inflations],
  )
  const actions = useMemo(
    () => ({
      look: setPassing,
      pin: (at: LookedAt) => setPinnedAt((before) => (before?.id === at.id ? null : at)),
      unpin: () => setPinnedAt(null),
    }),
    [],
  )
  return { focus, actions }
}
