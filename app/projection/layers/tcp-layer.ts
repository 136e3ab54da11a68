import type { LayerSpan, OctetLayer } from './layer.ts'
import { startsOf } from './websocket-layer.ts'

/** The octets as they travelled, parted where TCP parted them. */
export const tcpLayer = (octets: Uint8Array, segments: readonly number[]): OctetLayer => {
  const starts = startsOf(segments)
  const spans = segments.flatMap((length, index): readonly LayerSpan[] => {
    const start = starts[index] ?? 0
    const end = Math.min(start + length, octets.length)
    if (start >= end) return []
    const wire = Array.from({ length: end - start }, (_, at) => start + at)
    const params = { segment: index + 1, of: segments.length, length }
    return [
      {
        id: `tcp.segment.${index}`,
        layer: 'tcp',
        part: 'tcp.segment',
        start,
        end,
        wire,
        value: String(length),
        params,
      },
    ]
  })
  return { octets, spans }
}
