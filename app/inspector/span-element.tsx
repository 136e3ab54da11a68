import type { ReactNode } from 'react'
import type { LayerSpan } from '../projection/layers/layer.ts'
import { lookedAtSpan, useSpanFocus } from './span-focus.ts'
import { useLooking } from './use-looking.ts'
import { useSpanPhrases } from './use-span-phrases.ts'

interface SpanElementProps {
  readonly span: LayerSpan
  /** Whether all of it is lit; its parts may be lit alone. */
  readonly lit: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A part of a layer that can be hovered, focused and pinned. */
export function SpanElement({ span, lit, className = 'layer-span', children }: SpanElementProps) {
  const { lookedAt, pinned } = useSpanFocus()
  const { labelOf } = useSpanPhrases()
  const looking = useLooking(lookedAtSpan(span))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element does not break across lines
    <span
      role="button"
      className={className}
      data-span={span.id}
      data-part={span.part}
      data-lit={lit || undefined}
      aria-label={labelOf(span)}
      aria-pressed={pinned && lookedAt?.id === span.id}
      tabIndex={-1}
      {...looking}
    >
      {children}
    </span>
  )
}
