import type { EventLog, TracedPayload, TraceEventOf } from '#trace'
import type { WireFactType } from './message-leg.ts'
import { joined, startsOf, type TappedFrame } from './websocket-layer.ts'

type FrameEvent = TraceEventOf<'websocket.frame-received' | 'websocket.frame-sent'>
type HttpEvent = TraceEventOf<'http.requested' | 'http.responded' | 'http.chunk-sent'>

export const octetsOfPayload = (payload: TracedPayload): Uint8Array =>
  'text' in payload ? new TextEncoder().encode(payload.text) : octetsOfBase64(payload.base64)

const octetsOfBase64 = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

export const isFrameEvent = (event: TraceEventOf<WireFactType>): event is FrameEvent =>
  event.type === 'websocket.frame-received' || event.type === 'websocket.frame-sent'

/** How far back the first frame of a message is looked for. */
const FARTHEST_FRAGMENT = 2_000

/** The frames of the message that ends with this one (RFC 6455 §5.4), in order. */
export const framesOfMessage = (log: EventLog, last: FrameEvent): readonly FrameEvent[] => {
  const frames: FrameEvent[] = [last]
  for (const earlier of framesBefore(log, last)) {
    if (frames[0]?.opcode !== 'continuation') break
    frames.unshift(earlier)
  }
  return frames
}

/** Data frames of the same session and direction before this one, the latest first. */
export function* framesBefore(log: EventLog, frame: FrameEvent): Generator<FrameEvent> {
  const oldest = Math.max(log.first, frame.seq - FARTHEST_FRAGMENT)
  for (let seq = frame.seq - 1; seq >= oldest; seq--) {
    const event = log.at(seq)
    if (event?.type === frame.type && event.session === frame.session && isData(event)) yield event
  }
}

const isData = ({ opcode }: FrameEvent): boolean =>
  opcode === 'text' || opcode === 'binary' || opcode === 'continuation'

/** Null: no wire was tapped. */
export const tapped = ({ octets, length, inflated }: FrameEvent): TappedFrame | null =>
  octets === undefined ? null : { octets: octetsOfBase64(octets), length, inflated }

export interface HttpOctets {
  readonly octets: Uint8Array
  /** Where the body begins, or the chunk after its length (RFC 9112 §7.1), and where it ends. */
  readonly body: readonly [start: number, end: number]
  /** A chunk of a response's body, not a request or a response. */
  readonly chunked: boolean
  /** Octets of the body that the trace did not keep. */
  readonly missing: number
}

const CRLF = '\r\n'

/**
 * What an HTTP fact looks like on the wire (RFC 9112), rebuilt from what was told of it.
 *
 * @param whole octets of the body before any cut; absent: as many as the trace kept
 */
export const httpOctets = (event: HttpEvent, whole?: number): HttpOctets => {
  const body = bodyOf(event)
  const length = Math.max(whole ?? 0, body.length)
  const [head, tail] = event.type === 'http.chunk-sent' ? [`${length.toString(16)}${CRLF}`, CRLF] : [headOf(event), '']
  const pieces = [new TextEncoder().encode(head), body, new TextEncoder().encode(tail)]
  const [, start = 0, end = 0] = startsOf(pieces.map(({ length }) => length))
  return {
    octets: joined(pieces),
    body: [start, end],
    chunked: event.type === 'http.chunk-sent',
    missing: length - body.length,
  }
}

const bodyOf = (event: HttpEvent): Uint8Array =>
  octetsOfPayload(event.type === 'http.chunk-sent' ? event.chunk : event.body)

/** Octets of the body, or of the chunk, before any cut. */
export const wholeBody = (log: EventLog, event: HttpEvent): number | undefined =>
  event.type === 'http.chunk-sent' ? chunkLength(log, event) : saidLength(event)

/** How far back the chunk before one is looked for. */
const FARTHEST_CHUNK = 2_000

const chunkLength = (log: EventLog, { seq, request, bytes }: TraceEventOf<'http.chunk-sent'>): number => {
  const oldest = Math.max(log.first, request, seq - FARTHEST_CHUNK)
  for (let earlier = seq - 1; earlier >= oldest; earlier--) {
    const event = log.at(earlier)
    if (event?.type === 'http.chunk-sent' && event.request === request) return bytes - event.bytes
  }
  return bytes
}

/** RFC 9110 §8.6. */
const saidLength = ({ headers }: TraceEventOf<'http.requested' | 'http.responded'>): number | undefined => {
  const said = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1]
  return said !== undefined && /^\d+$/.test(said) ? Number(said) : undefined
}

const headOf = (event: TraceEventOf<'http.requested' | 'http.responded'>): string => {
  const start = event.type === 'http.requested' ? `${event.method} ${event.path} HTTP/1.1` : `HTTP/1.1 ${event.status}`
  const lines = event.headers.map(([name, value]) => `${name}: ${value}`)
  return [start, ...lines, '', ''].join(CRLF)
}
