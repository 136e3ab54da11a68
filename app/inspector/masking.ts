import type { LayerSpan, OctetLayer } from '../projection/layers/layer.ts'

/** `wire ⊕ key = octet`, each in hex. */
export interface Masking {
  readonly wire: string
  readonly key: string
  /** Where the key's octet stands. */
  readonly keyPlace: number
  readonly octet: string
  readonly character: string
}

/** How an octet of a masked payload is unmasked (RFC 6455 §5.3); null: it is in none. */
export const maskingOf = ({ octets, spans }: OctetLayer, place: number): Masking | null => {
  const masked = maskedPayloads(spans).find(({ payload }) => place >= payload.start && place < payload.end)
  if (masked === undefined) return null
  const keyPlace = keyPlaceOf(masked, place)
  const wire = octets[place] ?? 0
  const key = octets[keyPlace] ?? 0
  const octet = wire ^ key
  return { wire: hex(wire), key: hex(key), keyPlace, octet: hex(octet), character: String.fromCharCode(octet) }
}

/** The octets with every payload unmasked in its place; null: no frame is masked. */
export const unmaskedOctets = ({ octets, spans }: OctetLayer): Uint8Array | null => {
  const masked = maskedPayloads(spans)
  if (masked.length === 0) return null
  const unmasked = octets.slice()
  for (const frame of masked)
    for (let place = frame.payload.start; place < frame.payload.end; place++)
      unmasked[place] = (octets[place] ?? 0) ^ (octets[keyPlaceOf(frame, place)] ?? 0)
  return unmasked
}

interface MaskedPayload {
  readonly payload: LayerSpan
  readonly key: LayerSpan
}

const maskedPayloads = (spans: OctetLayer['spans']): readonly MaskedPayload[] =>
  spans
    .filter(({ part }) => part === 'websocket.masking-key')
    .flatMap((key) => {
      const payload = spans.find(
        ({ part, params }) => part === 'websocket.payload' && params.frame === key.params.frame,
      )
      return payload === undefined ? [] : [{ payload, key }]
    })

const keyPlaceOf = ({ payload, key }: MaskedPayload, place: number): number => key.start + ((place - payload.start) % 4)

const hex = (octet: number): string => octet.toString(16).padStart(2, '0')
