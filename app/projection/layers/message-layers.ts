import type { EventLog, TraceEventOf, WebSocketRule } from '#trace'
import { fromEffectToCause } from './causality.ts'
import { httpLayer } from './http-layer.ts'
import type { Inflation } from './inflation.ts'
import type { OctetLayer, TextLayer, WireMap } from './layer.ts'
import { type MessageLeg, messageLeg } from './message-leg.ts'
import { sockJsLayer } from './sockjs-layer.ts'
import { unwrappedFrame } from './sockjs-wrapping.ts'
import { type SpringLayer, springLayer } from './spring-layer.ts'
import { stompLayer } from './stomp-layer.ts'
import { tcpLayer } from './tcp-layer.ts'
import { type MappedText, utf8Octets, utf8Text } from './utf8-text.ts'
import { type TappedPayload, webSocketLayer } from './websocket-layer.ts'
import { framesBefore, framesOfMessage, httpOctets, isFrameEvent, tapped, wholeBody } from './wire-octets.ts'

/** One message on every layer that it has; a layer that it lacks is null. */
export interface MessageLayers {
  readonly leg: MessageLeg
  readonly tcp: OctetLayer | null
  /** Null for a transport over HTTP. */
  readonly websocket: OctetLayer | null
  /** Of the messages in it that permessage-deflate compressed. */
  readonly inflations: readonly Inflation[]
  /** The rule that its last frame broke; null: none. */
  readonly refused: WebSocketRule | null
  /** Null for a transport over WebSocket. */
  readonly http: TextLayer | null
  readonly sockjs: TextLayer | null
  readonly stomp: TextLayer | null
  readonly spring: SpringLayer | null
  /** Octets of the wire that the trace did not keep (trace.md rule 4). */
  readonly missing: number
  /** Octets that the layers above the wire lack for that, or because no more are inflated. */
  readonly missingInside: number
}

interface Carrier
  extends Pick<MessageLayers, 'tcp' | 'websocket' | 'inflations' | 'refused' | 'http' | 'missing' | 'missingInside'> {
  readonly payload: TappedPayload
  /** The SockJS frame in the payload, where its transport wraps something around it; null: the payload is the frame. */
  readonly unwrapped: MappedText | null
}

/** Null: the event belongs to nothing that crossed the network. */
export const messageLayers = (log: EventLog, seq: number): MessageLayers | null => {
  const leg = messageLeg(log, seq)
  if (leg === null) return null
  const carrier = carrierOf(log, leg)
  const inner = carrier === null ? null : innerLayers(log, leg, carrier)
  const stomp = inner?.stomp ?? null
  return {
    leg,
    tcp: carrier?.tcp ?? null,
    websocket: carrier?.websocket ?? null,
    inflations: carrier?.inflations ?? [],
    refused: carrier?.refused ?? null,
    http: carrier?.http ?? null,
    sockjs: inner?.sockjs ?? null,
    stomp,
    spring: leg.sent === null ? null : springLayer(leg.sent.message, leg.sentBefore?.message ?? null, stomp),
    missing: carrier?.missing ?? 0,
    missingInside: carrier?.missingInside ?? 0,
  }
}

const carrierOf = (log: EventLog, leg: MessageLeg): Carrier | null => {
  const { wire, stomp } = leg
  if (wire === null) return null
  if (!isFrameEvent(wire)) return httpCarrier(log, wire, leg)
  const frames = enoughFrames(log, wire, stomp)
  const octets = frames.flatMap((frame) => tapped(frame) ?? [])
  if (octets.length < frames.length) return null
  const refused = wire.refused ?? null
  const { layer, ...carried } = webSocketLayer(octets, refused === null)
  const segments = frames.flatMap(({ segments: pieces = [] }) => pieces)
  return { ...carried, tcp: tcpLayer(layer.octets, segments), websocket: layer, refused, http: null, unwrapped: null }
}

type FrameEvent = TraceEventOf<'websocket.frame-received' | 'websocket.frame-sent'>

/** A STOMP frame may be spread over several WebSocket messages: as many as it takes, back from the last. */
const enoughFrames = (log: EventLog, last: FrameEvent, stomp: MessageLeg['stomp']): readonly FrameEvent[] => {
  const frames = [...framesOfMessage(log, last)]
  if (stomp?.type !== 'stomp.frame-decoded') return frames
  let missing = stomp.frame.length - lengthOf(frames)
  while (missing > 0) {
    const [first] = frames
    const [before] = first === undefined ? [] : framesBefore(log, first)
    if (before === undefined) break
    const message = framesOfMessage(log, before)
    frames.unshift(...message)
    missing -= lengthOf(message)
  }
  return frames
}

/** Octets that a message's frames carry, inflated where they are compressed. */
const lengthOf = (message: readonly FrameEvent[]): number =>
  message.at(-1)?.inflated ?? message.reduce((sum, { length }) => sum + length, 0)

type HttpEvent = TraceEventOf<'http.requested' | 'http.responded' | 'http.chunk-sent'>

const httpCarrier = (log: EventLog, event: HttpEvent, { direction, sockJs }: MessageLeg): Carrier => {
  const http = httpOctets(event, wholeBody(log, event))
  const { octets, body, missing } = http
  const wire: WireMap = Array.from(octets, (_, at) => [at])
  const payload = { octets: octets.subarray(...body), wire: wire.slice(...body) }
  const tcp = tcpLayer(octets, [octets.length])
  const ofHttp = { tcp, websocket: null, inflations: [], refused: null, payload, missing, missingInside: missing }
  if (direction === 'to-server' || sockJs === null) return { ...ofHttp, http: httpLayer(http, body), unwrapped: null }
  const chunk = utf8Text(payload.octets, payload.wire)
  const { frame, opening, closing } = unwrappedFrame(chunk)
  const placeOf = (unit: number): number => chunk.wire[unit]?.[0] ?? body[1]
  return { ...ofHttp, http: httpLayer(http, [placeOf(opening), placeOf(closing)]), unwrapped: frame }
}

/** What the carrier's payload is on the layers above. */
const innerLayers = (
  log: EventLog,
  leg: MessageLeg,
  { payload, unwrapped }: Carrier,
): Pick<MessageLayers, 'sockjs' | 'stomp'> => {
  if (leg.sockJs === null) return { sockjs: null, stomp: stompOf(log, leg, payload) }
  const { layer, messages } = sockJsLayer(unwrapped ?? utf8Text(payload.octets, payload.wire))
  return { sockjs: layer, stomp: stompOf(log, leg, utf8Octets(concatenated(messages))) }
}

const concatenated = (messages: readonly MappedText[]): MappedText => ({
  text: messages.map(({ text }) => text).join(''),
  wire: messages.flatMap(({ wire }) => wire),
})

/** One payload may hold several frames: the chosen one begins where those before it end. */
const stompOf = (log: EventLog, { stomp }: MessageLeg, { octets, wire }: TappedPayload): TextLayer | null => {
  if (stomp === null) return null
  const before = stomp.type === 'stomp.frame-decoded' ? octetsBefore(log, stomp) : 0
  const start = Math.min(before, Math.max(0, octets.length - stomp.frame.length))
  const end = start + stomp.frame.length
  return stompLayer({ octets: octets.subarray(start, end), wire: wire.slice(start, end) }, stomp.frame.bodyLength)
}

/** Octets of the frames that were decoded from the same payload before this one. */
const octetsBefore = (log: EventLog, stomp: TraceEventOf<'stomp.frame-decoded'>): number => {
  const root = rootOf(log, stomp.seq)
  let before = 0
  for (let seq = root; seq < stomp.seq; seq++) {
    const event = log.at(seq)
    if (event?.type === 'stomp.frame-decoded' && rootOf(log, seq) === root) before += event.frame.length
  }
  return before
}

const rootOf = (log: EventLog, seq: number): number => [...fromEffectToCause(log, seq)].at(-1)?.seq ?? seq
