import type { SpanPart } from './span-part.ts'

/** The five layers of one message, from the outside to the inside (ux.md c.3). */
export const LAYER_NAMES = ['tcp', 'websocket', 'sockjs', 'stomp', 'spring'] as const
export type LayerName = (typeof LAYER_NAMES)[number]

/** For each unit of a layer, an octet or a UTF-16 unit of its text, the octets of the wire that carry it. */
export type WireMap = readonly (readonly number[])[]

/** A part of a layer that means something. Parts of one layer may nest; none overlaps another halfway. */
export interface LayerSpan {
  /** Unlike every other of the message: `stomp.header-value.0`. */
  readonly id: string
  readonly layer: LayerName
  readonly part: SpanPart
  /** `[start, end)` in the units of the layer. */
  readonly start: number
  readonly end: number
  /** Octets of the wire that carry it, ascending. What belongs together is found by these. */
  readonly wire: readonly number[]
  /** As the explain line prints it. */
  readonly value: string
  /** What the part's phrase has places for. */
  readonly params: Readonly<Record<string, string | number>>
}

/** A layer whose units are octets: TCP, and the WebSocket frames over it. */
export interface OctetLayer {
  readonly octets: Uint8Array
  readonly spans: readonly LayerSpan[]
}

/** A layer whose units are UTF-16 units of a text. */
export interface TextLayer {
  readonly text: string
  readonly wire: WireMap
  readonly spans: readonly LayerSpan[]
}

/** Octets of the wire behind `[start, end)`, each once, ascending. */
export const wireOf = (map: WireMap, start: number, end: number): readonly number[] =>
  [...new Set(map.slice(start, end).flat())].sort((a, b) => a - b)
