import { type RefObject, useEffect } from 'react'
import type { MessageLayers } from '../projection/layers/message-layers.ts'
import { partIn } from '../projection/layers/part-place.ts'
import { useSpotlight } from '../spotlight/spotlight-context.ts'
import { focusPart } from './focus-part.ts'
import type { LayerFolding } from './layer-folding.ts'
import { lookedAtSpan, type SpanActions } from './span-focus.ts'

interface LedInto {
  readonly inspector: RefObject<HTMLElement | null>
  readonly layers: MessageLayers | null
  readonly folding: LayerFolding
  readonly actions: SpanActions
}

/** A word of the notes leads into a part: it takes the focus, and its layer is unfolded. */
export function useLedInto({ inspector, layers, folding, actions }: LedInto): void {
  const part = useSpotlight((spotlight) => spotlight.part)
  const leadInto = useSpotlight((spotlight) => spotlight.leadInto)
  const { folded, toggle } = folding
  useEffect(() => {
    if (part === null) return
    const span = layers === null ? null : partIn(layers, part)
    if (span !== null && folded.includes(span.layer)) return toggle(span.layer)
    leadInto(null)
    const element = inspector.current?.querySelector<HTMLElement>(`[data-part="${part}"]`)
    if (element) focusPart(element)
    // A long text is not shown to its end: there the part is explained, and lit where else it is.
    else if (span !== null) actions.pin(lookedAtSpan(span))
  }, [part, leadInto, layers, folded, toggle, inspector, actions])
}
