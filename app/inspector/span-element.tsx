import type { KeyboardEvent, ReactNode } from 'react'
import type { LayerSpan } from '../projection/layers/layer.ts'
import { octetBeside } from './octet-beside.ts'
import { lookedAtOctet, lookedAtSpan, useSpanActions, useSpanFocus } from './span-focus.ts'
import { useLooking } from './use-looking.ts'
import { useSpanPhrases } from './use-span-phrases.ts'

interface SpanElementProps {
  readonly span: LayerSpan
  /** Whether all of it is lit; its parts may be lit alone. */
  readonly lit: boolean
  readonly className?: string
  /** Other parts lie in it; a button may have none. */
  readonly hasParts?: boolean
  readonly children: ReactNode
}

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 }

/** A part of a layer that can be hovered, focused and pinned; Shift and an arrow walk over its octets. */
export function SpanElement({ span, lit, className = 'layer-span', hasParts = false, children }: SpanElementProps) {
  const { lookedAt, pinned } = useSpanFocus()
  const { labelOf } = useSpanPhrases()
  const { look } = useSpanActions()
  const looking = useLooking(lookedAtSpan(span))
  const walk = (keyDown: KeyboardEvent) => {
    looking.onKeyDown(keyDown)
    const direction = keyDown.shiftKey ? DIRECTIONS[keyDown.key] : undefined
    const octet = direction === undefined ? null : octetBeside(span.wire, lookedAt, direction)
    if (octet === null) return
    // Behind the last octet the card goes on to the next part.
    keyDown.stopPropagation()
    keyDown.preventDefault()
    look(lookedAtOctet(octet))
  }
  const isPressed = pinned && lookedAt?.id === span.id
  const role = hasParts ? { role: 'group' } : { role: 'button', 'aria-pressed': isPressed }
  const attributes = { ...role, ...looking, 'aria-label': labelOf(span), onKeyDown: walk }
  return (
    <span
      className={className}
      data-span={span.id}
      data-part={span.part}
      data-lit={lit || undefined}
      tabIndex={-1}
      {...attributes}
    >
      {children}
    </span>
  )
}
