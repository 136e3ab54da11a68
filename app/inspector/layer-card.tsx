import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import type { PhraseKey } from '../../content/phrases/index.ts'
import { usePhrases } from '../language/use-phrases.ts'
import { LAYER_NAMES, type LayerName } from '../projection/layers/layer.ts'
import { focusPart, partsOf } from './focus-part.ts'
import { useLayerFolding } from './layer-folding.ts'

interface LayerCardProps {
  readonly layer: LayerName
  /** Beside the layer's name: how much, or why there is nothing. */
  readonly remark: string
  /** Absent: the message has no such layer. */
  readonly children?: ReactNode
}

const NAMES = {
  tcp: 'inspector.layer-tcp',
  websocket: 'inspector.layer-websocket',
  sockjs: 'inspector.layer-sockjs',
  stomp: 'inspector.layer-stomp',
  spring: 'inspector.layer-spring',
} as const satisfies Readonly<Record<LayerName, PhraseKey>>

/**
 * One layer, which can be folded to its name. Its parts are one stop of Tab; arrows go from part to part, Enter to the
 * layer inside, Backspace to the one around (ux.md c.3).
 */
export function LayerCard({ layer, remark, children }: LayerCardProps) {
  const { t } = usePhrases()
  const card = useRef<HTMLElement>(null)
  const { folded, toggle } = useLayerFolding()
  const content = useId()
  const isFolded = folded.includes(layer)
  const Chevron = isFolded ? ChevronRight : ChevronDown
  useEffect(() => {
    const parts = partsOf(card.current)
    if (!parts.some((part) => part.tabIndex === 0)) parts[0]?.setAttribute('tabindex', '0')
  })
  return (
    <section
      ref={card}
      className="layer-card"
      data-layer={layer}
      data-absent={children === undefined || undefined}
      aria-label={t(NAMES[layer])}
      onKeyDown={moveFocus}
    >
      <h3 className="layer-name">
        {children === undefined ? (
          t(NAMES[layer])
        ) : (
          <button
            type="button"
            className="layer-fold"
            aria-expanded={!isFolded}
            aria-controls={isFolded ? undefined : content}
            onClick={() => toggle(layer)}
          >
            <Chevron size={14} aria-hidden /> {t(NAMES[layer])}
          </button>
        )}
        <span className="layer-remark">{remark}</span>
      </h3>
      {children !== undefined && !isFolded && <div id={content}>{children}</div>}
    </section>
  )
}

function moveFocus(keyDown: KeyboardEvent<HTMLElement>): void {
  const card = keyDown.currentTarget
  const parts = partsOf(card)
  const at = document.activeElement instanceof HTMLElement ? parts.indexOf(document.activeElement) : -1
  if (at === -1) return
  const target = targetOf(keyDown.key, parts, at, card)
  if (target === undefined) return
  keyDown.preventDefault()
  focusPart(target)
}

function targetOf(key: string, parts: readonly HTMLElement[], at: number, card: HTMLElement): HTMLElement | undefined {
  switch (key) {
    case 'ArrowRight':
      return parts[at + 1]
    case 'ArrowLeft':
      return parts[at - 1]
    case 'Home':
      return parts[0]
    case 'End':
      return parts.at(-1)
    case 'ArrowDown':
    case 'ArrowUp':
      return lineOver(parts, at, key === 'ArrowDown')
    case 'Enter':
      return samePartIn(neighbour(card, 1))
    case 'Backspace':
      return samePartIn(neighbour(card, -1))
    default:
      return undefined
  }
}

/** The nearest part of the next line, or of the one before. */
function lineOver(parts: readonly HTMLElement[], at: number, down: boolean): HTMLElement | undefined {
  const from = parts[at]?.getBoundingClientRect()
  if (from === undefined) return undefined
  const beyond = parts
    .map((part) => ({ part, box: part.getBoundingClientRect() }))
    .filter(({ box }) => (down ? box.top >= from.bottom - 1 : box.bottom <= from.top + 1))
  const line = down ? Math.min(...beyond.map(({ box }) => box.top)) : Math.max(...beyond.map(({ box }) => box.top))
  return beyond
    .filter(({ box }) => Math.abs(box.top - line) < from.height / 2)
    .toSorted((a, b) => Math.abs(a.box.left - from.left) - Math.abs(b.box.left - from.left))[0]?.part
}

/** The next card that has parts: +1 towards the message's inside. */
function neighbour(card: HTMLElement, step: 1 | -1): Element | null {
  const cards = Array.from(card.parentElement?.querySelectorAll('[data-layer]') ?? [])
  const order = (other: Element): number => LAYER_NAMES.indexOf(other.getAttribute('data-layer') as LayerName)
  const others = cards
    .filter((other) => (order(other) - order(card)) * step > 0 && partsOf(other).length > 0)
    .toSorted((a, b) => (order(a) - order(b)) * step)
  return others[0] ?? null
}

/** Where the part that is looked at goes on, or what holds its beginning; else the first part. */
function samePartIn(card: Element | null): HTMLElement | undefined {
  const parts = partsOf(card)
  const partWith = (mark: string): HTMLElement | undefined =>
    parts.find((part) => part.matches(mark) || part.querySelector(mark) !== null)
  return partWith('[data-lit]:not([data-lit="key"])') ?? partWith('[data-holds]') ?? parts[0]
}
