import type { LayerSpan, OctetLayer } from '../projection/layers/layer.ts'

/** `wire ⊕ key = octet`, each in hex. */
export interface Masking {
  readonly wire: string
  readonly key: string
  readonly octet: string
  readonly character: string
}

/** How an octet of a masked payload is unmasked (RFC 6455 §5.3); null: it is in none. */
export const maskingOf = ({ octets, spans }: OctetLayer, place: number): Masking | null => {
  const payload = spans.find((span) => span.part === 'websocket.payload' && holds(span, place))
  const key = spans.find((span) => span.part === 'websocket.masking-key' && span.params.frame === payload?.params.frame)
  if (payload === undefined || key === undefined) return null
  const wire = octets[place] ?? 0
  const mask = octets[key.start + ((place - payload.start) % 4)] ?? 0
  const octet = wire ^ mask
  return { wire: hex(wire), key: hex(mask), octet: hex(octet), character: String.fromCharCode(octet) }
}

const holds = ({ start, end }: LayerSpan, place: number): boolean => place >= start && place < end

const hex = (octet: number): string => octet.toString(16).padStart(2, '0')
