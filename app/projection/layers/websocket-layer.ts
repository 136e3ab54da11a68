import { type Inflation, inflationOf } from './inflation.ts'
import type { LayerSpan, OctetLayer, WireMap } from './layer.ts'
import { wireOf } from './layer.ts'
import type { SpanPart } from './span-part.ts'

/** One WebSocket frame as the wire tap saw it. */
export interface TappedFrame {
  readonly octets: Uint8Array
  /** Octets of the payload, before any cut. */
  readonly length: number
  /** Octets of the whole message once inflated, on the last frame of a compressed one. */
  readonly inflated?: number | undefined
}

/** What WebSocket frames carry, and where each octet of it lies on the wire, or its number once inflated. */
export interface TappedPayload {
  readonly octets: Uint8Array
  readonly wire: WireMap
}

interface CutPayload {
  readonly payload: TappedPayload
  /** Octets of it that are not known. */
  readonly missing: number
}

interface FrameParts extends CutPayload {
  readonly spans: readonly LayerSpan[]
}

interface CarriedFrames {
  readonly layer: OctetLayer
  readonly payload: TappedPayload
  /** One for each message that is compressed. */
  readonly inflations: readonly Inflation[]
  /** Octets of the wire that were not kept. */
  readonly missing: number
  /** Octets that the frames carry and that are not in the payload. */
  readonly missingInside: number
}

/**
 * Frames that follow one another on the wire, the first beginning at octet 0.
 *
 * @param inflates RSV1 means what permessage-deflate says
 */
export const webSocketLayer = (frames: readonly TappedFrame[], inflates = true): CarriedFrames => {
  const starts = startsOf(frames.map(({ octets }) => octets.length))
  const parts = frames.map((frame, index) => partsOf(frame, starts[index] ?? 0, index))
  const layer = { octets: joined(frames.map(({ octets }) => octets)), spans: parts.flatMap(({ spans }) => spans) }
  const inflations: Inflation[] = []
  const payloads: CutPayload[] = []
  let next = layer.octets.length
  for (const { start, end } of messagesOf(frames)) {
    const own = parts.slice(start, end)
    if (!inflates || !isCompressed(frames[start])) {
      payloads.push(...own)
      continue
    }
    const pieces = own.map(({ payload, missing }) => ({ ...payload, missing }))
    const inflation = inflationOf(pieces, next, start + 1, frames[end - 1]?.inflated)
    const { octets, first, length } = inflation
    inflations.push(inflation)
    const wire = Array.from(octets, (_, at) => [first + at])
    payloads.push({ payload: { octets, wire }, missing: length - octets.length })
    next += octets.length
  }
  const readable = untilCut(payloads)
  return {
    layer,
    inflations,
    payload: {
      octets: joined(readable.map(({ payload }) => payload.octets)),
      wire: readable.flatMap(({ payload }) => payload.wire),
    },
    missing: missingOf(parts),
    missingInside: missingOf(payloads),
  }
}

const missingOf = (parts: readonly CutPayload[]): number => parts.reduce((sum, { missing }) => sum + missing, 0)

/** Which frames are a message (RFC 6455 §5.4). */
const messagesOf = (frames: readonly TappedFrame[]): readonly { readonly start: number; readonly end: number }[] => {
  const starts = frames.flatMap(({ octets }, index) => (index === 0 || opcodeOf(octets) !== 0 ? [index] : []))
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? frames.length }))
}

const opcodeOf = ([first = 0]: Uint8Array): number => first & 0x0f

const RSV1 = 0x40

/** Of a message's first frame (RFC 7692 §6). */
const isCompressed = (frame: TappedFrame | undefined): boolean => ((frame?.octets[0] ?? 0) & RSV1) !== 0

/** What comes after a cut does not follow on what came before it. */
const untilCut = (parts: readonly CutPayload[]): readonly CutPayload[] => {
  const cut = parts.findIndex(({ missing }) => missing > 0)
  return cut === -1 ? parts : parts.slice(0, cut + 1)
}

export const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const starts = startsOf(pieces.map(({ length }) => length))
  const whole = new Uint8Array(starts.at(-1) ?? 0)
  for (const [index, piece] of pieces.entries()) whole.set(piece, starts[index])
  return whole
}

/** Where each piece begins, and last where all end. */
export const startsOf = (lengths: readonly number[]): readonly number[] => {
  const starts = [0]
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length)
  return starts
}

const BITS = [
  ['websocket.fin', 0x80, 7],
  ['websocket.rsv1', 0x40, 6],
  ['websocket.rsv2', 0x20, 5],
  ['websocket.rsv3', 0x10, 4],
  ['websocket.opcode', 0x0f, 0],
] as const satisfies readonly (readonly [SpanPart, number, number])[]

const CLOSE = 0x8

const partsOf = ({ octets, length }: TappedFrame, start: number, index: number): FrameParts => {
  const [first = 0, second = 0] = octets
  const shortLength = second & 0x7f
  const extended = shortLength === 126 ? 2 : shortLength === 127 ? 8 : 0
  const masked = (second & 0x80) !== 0
  const keyAt = 2 + extended
  const payloadAt = keyAt + (masked ? 4 : 0)
  const maskingKey = masked ? octets.subarray(keyAt, payloadAt) : null

  const wire: WireMap = Array.from(octets, (_, at) => [start + at])
  const span = (part: SpanPart, from: number, to: number, value: string | number): LayerSpan => ({
    id: `${part}.${index}`,
    layer: 'websocket',
    part,
    start: start + from,
    end: start + to,
    wire: wireOf(wire, from, to),
    value: String(value),
    params: { frame: index + 1, length },
  })

  const payload = octets
    .subarray(payloadAt)
    .map((octet, at) => (maskingKey === null ? octet : octet ^ (maskingKey[at % 4] ?? 0)))
  const spans = [
    ...BITS.map(([part, bits, shift]) => span(part, 0, 1, (first & bits) >> shift)),
    span('websocket.mask', 1, 2, masked ? 1 : 0),
    span('websocket.length', 1, 2, shortLength),
    ...(extended > 0 ? [span('websocket.extended-length', 2, keyAt, length)] : []),
    ...(maskingKey === null ? [] : [span('websocket.masking-key', keyAt, payloadAt, hexOf(maskingKey))]),
    ...(payload.length > 0 ? [span('websocket.payload', payloadAt, octets.length, length)] : []),
    ...((first & 0x0f) === CLOSE ? closeParts(payload, payloadAt, span) : []),
  ]
  return { spans, payload: { octets: payload, wire: wire.slice(payloadAt) }, missing: length - payload.length }
}

/** RFC 6455 §5.5.1: two octets of code, then the reason in UTF-8. */
const closeParts = (
  payload: Uint8Array,
  at: number,
  span: (part: SpanPart, from: number, to: number, value: string | number) => LayerSpan,
): readonly LayerSpan[] => {
  const [high, low, ...reason] = payload
  if (high === undefined || low === undefined) return []
  const code = span('websocket.close-code', at, at + 2, high * 256 + low)
  if (reason.length === 0) return [code]
  const text = new TextDecoder().decode(Uint8Array.from(reason))
  return [code, span('websocket.close-reason', at + 2, at + payload.length, text)]
}

/** `0a ff`. */
export const hexOf = (octets: Uint8Array): string =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join(' ')
