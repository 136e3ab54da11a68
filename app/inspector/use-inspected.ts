import { useMemo } from 'react'
import { usePage } from '../playback/playback-context.tsx'
import { usePlayback } from '../playback/use-projection.ts'
import { type MessageLayers, messageLayers } from '../projection/layers/message-layers.ts'

export interface Inspected {
  readonly seq: number
  /** Null: the chosen event crossed no network. */
  readonly layers: MessageLayers | null
  /** Somebody chose it; else it is what the cursor shows. */
  readonly isChosen: boolean
}

/** Effects of an event that are so many events later still belong to its picture. */
export const GROWS_FOR = 200

/** The chosen event; else the step that the cursor shows. Null: there is none. */
export function useInspected(): Inspected | null {
  const page = usePage()
  const seq = usePlayback(({ selection, cursor }) => {
    if (selection !== null) return selection
    const { steps } = page.projections.indexes
    return steps.startOf(steps.stepsAt(cursor)) ?? null
  })
  const instead = usePlayback(({ cursor }) => {
    const { messages } = page.projections.indexes
    const shown = messages.shownAt(cursor)
    return shown === null ? null : (messages.stepsOf(shown)[0] ?? null)
  })
  const grown = usePlayback(({ live }) => Math.min(live, (seq ?? 0) + GROWS_FOR))
  const chosen = usePlayback(({ selection }) => selection !== null)
  const { log } = page.trace
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layers change while the log grows
  return useMemo(() => {
    if (seq === null) return null
    const layers = messageLayers(log, seq)
    if (layers !== null || chosen || instead === null) return { seq, layers, isChosen: chosen }
    return { seq: instead, layers: messageLayers(log, instead), isChosen: false }
  }, [log, seq, instead, chosen, grown])
}
