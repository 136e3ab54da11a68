import type { LayerSpan } from '../projection/layers/layer.ts'

/** A part with the parts inside it, in order. */
export interface SpanNode {
  readonly span: LayerSpan
  readonly inside: readonly SpanNode[]
}

/** Parts that lie in one another, put in one another. */
export function spanTree(spans: readonly LayerSpan[]): readonly SpanNode[] {
  const [first, ...others] = spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
  if (first === undefined) return []
  const inside = others.filter(({ start, end }) => start >= first.start && end <= first.end)
  const after = others.filter((span) => !inside.includes(span))
  return [{ span: first, inside: spanTree(inside) }, ...spanTree(after)]
}
