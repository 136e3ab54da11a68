import { expect, test } from 'vitest'
import type { LayerSpan } from '../projection/layers/layer.ts'
import { type SpanNode, spanTree } from './span-tree.ts'

const span = (id: string, start: number, end: number): LayerSpan => ({
  id,
  layer: 'stomp',
  part: 'stomp.body',
  start,
  end,
  wire: [],
  value: '',
  params: {},
})

const outline = (nodes: readonly SpanNode[]): string =>
  nodes.map(({ span: { id }, inside }) => (inside.length === 0 ? id : `${id}(${outline(inside)})`)).join(' ')

test('parts that lie in another are inside it, and the next one is beside it', () => {
  const parts = [span('c', 4, 6), span('a', 0, 3), span('d', 4, 5), span('b', 3, 9), span('e', 9, 10)]
  expect(outline(spanTree(parts))).toBe('a b(c(d)) e')
})

test('thousands of parts side by side are no depth', () => {
  const parts = Array.from({ length: 50_000 }, (_, at) => span(String(at), at, at + 1))
  expect(spanTree(parts)).toHaveLength(50_000)
})
