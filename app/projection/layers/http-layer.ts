import { type LayerSpan, type TextLayer, type WireMap, wireOf } from './layer.ts'
import type { SpanPart } from './span-part.ts'
import { utf8Text } from './utf8-text.ts'
import type { HttpOctets } from './wire-octets.ts'

/**
 * A request, a response or a chunk of one (RFC 9112): what HTTP itself writes, and what the SockJS transport does.
 *
 * @param carried octets of the body without what the transport wraps around them
 */
export const httpLayer = (
  { octets, body: [start, end], chunked, missing }: HttpOctets,
  carried: readonly [start: number, end: number],
): TextLayer => {
  const wire: WireMap = Array.from(octets, (_, at) => [at])
  const mapped = utf8Text(octets, wire)
  const parts: readonly (readonly [SpanPart, number, number])[] = [
    [chunked ? 'http.chunk-length' : 'http.head', 0, start],
    ['http.wrapping', start, carried[0]],
    ['http.wrapping', carried[1], end],
    ['http.chunk-end', end, octets.length],
  ]
  const spans = parts.flatMap(([part, from, to], index): readonly LayerSpan[] => {
    if (to <= from) return []
    const [first = 0, last = 0] = [mapped.unitAt.get(from), mapped.unitAt.get(to)]
    return [
      {
        id: `${part}.${index}`,
        layer: 'websocket',
        part,
        start: first,
        end: last,
        wire: wireOf(wire, from, to),
        value: mapped.text.slice(first, last),
        params: { length: end - start + missing },
      },
    ]
  })
  return { text: mapped.text, wire: mapped.wire, spans }
}
