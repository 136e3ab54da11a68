import type { LayerSpan } from '../projection/layers/layer.ts'

/** A part with the parts inside it, in order. */
export interface SpanNode {
  readonly span: LayerSpan
  readonly inside: readonly SpanNode[]
}

/** Parts that lie in one another, put in one another. */
export function spanTree(spans: readonly LayerSpan[]): readonly SpanNode[] {
  const roots: SpanNode[] = []
  /** What is open at this place, the outermost first. */
  const open: { readonly span: LayerSpan; readonly inside: SpanNode[] }[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    while ((open.at(-1)?.span.end ?? span.end) < span.end) open.pop()
    const node = { span, inside: [] }
    const siblings = open.at(-1)?.inside ?? roots
    siblings.push(node)
    open.push(node)
  }
  return roots
}
