import { inflateMessage } from './inflate-message.ts'
import type { LayerSpan, WireMap } from './layer.ts'

/**
 * A message that permessage-deflate compressed, and what came out of it. Inflated octets lie on no wire: they are
 * numbered on from the wire's last, and parts of the layers above are found by these numbers.
 */
export interface Inflation {
  /** Octets of the wire that the message is, as far as they were kept. */
  readonly compressed: readonly number[]
  readonly compressedLength: number
  /** What came out of them, as far as it is shown. */
  readonly octets: Uint8Array
  /** The number of the first inflated octet. */
  readonly first: number
  readonly length: number
  /** From some place on they are no DEFLATE data. */
  readonly isBroken: boolean
  /** The message as a part of the WebSocket layer. */
  readonly span: LayerSpan
}

/** The payload of one frame of a compressed message. */
export interface CompressedPiece {
  readonly octets: Uint8Array
  readonly wire: WireMap
  /** Octets that were not kept. */
  readonly missing: number
}

/** Octets that are shown of a message: as many as Spring takes for one STOMP frame. */
const SHOWN = 65_536

/**
 * @param pieces of one message, in order
 * @param first the number of its first inflated octet
 * @param frame the message's first, counted from 1
 * @param known octets of the whole message, where somebody has inflated it before
 */
export const inflationOf = (
  pieces: readonly CompressedPiece[],
  first: number,
  frame: number,
  known: number | undefined,
): Inflation => {
  const cut = pieces.findIndex(({ missing }) => missing > 0)
  const kept = cut === -1 ? pieces : pieces.slice(0, cut + 1)
  const compressed = kept.flatMap(({ wire }) => wire.flat())
  const compressedLength = pieces.reduce((sum, piece) => sum + piece.octets.length + piece.missing, 0)
  const { octets, isBroken } = inflateMessage(
    { octets: Uint8Array.from(kept.flatMap((piece) => [...piece.octets])), isCut: cut !== -1 },
    SHOWN,
  )
  const length = known ?? octets.length
  const span: LayerSpan = {
    id: `websocket.inflated.${frame - 1}`,
    layer: 'websocket',
    part: 'websocket.inflated',
    start: first,
    end: first + octets.length,
    wire: compressed,
    value: String(length),
    params: { frame, compressed: compressedLength, length },
  }
  return { compressed, compressedLength, octets, first, length, isBroken, span }
}

/** The message that an inflated octet is of; null: the octet lies on the wire. */
export const inflationWith = (inflations: readonly Inflation[], octet: number): Inflation | null =>
  inflations.find(({ first, octets }) => octet >= first && octet < first + octets.length) ?? null

/**
 * These octets and what belongs to them across DEFLATE. Which compressed octet became which inflated one cannot be
 * told: all of a message belong to all.
 */
export const linkedOctets = (inflations: readonly Inflation[], octets: readonly number[]): ReadonlySet<number> => {
  const linked = new Set(octets)
  for (const { compressed, octets: inflated, first } of inflations) {
    const end = first + inflated.length
    if (octets.some((octet) => octet >= first && octet < end)) for (const octet of compressed) linked.add(octet)
    else if (compressed.some((octet) => linked.has(octet))) for (let at = first; at < end; at++) linked.add(at)
  }
  return linked
}
