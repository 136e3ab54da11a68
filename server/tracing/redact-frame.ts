import { COMPRESSED, deflateMessage } from '../websocket/permessage-deflate.ts'
import { applyMask, payloadOf, type WebSocketFrame } from '../websocket/websocket-frame.ts'
import { WebSocketFrameDecoder } from '../websocket/websocket-frame-decoder.ts'
import { encodeWebSocketFrame } from '../websocket/websocket-frame-encoder.ts'
import { redactOctets } from './redaction.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

const isCompressed = ({ rsv }: WebSocketFrame): boolean => (rsv & COMPRESSED) !== 0

const NOTHING = new Uint8Array()

/**
 * Secrets in a frame's payload are masked at equal length, and the payload with its own key again (trace.md rule 4).
 *
 * @param before what the frames of the same message before it carry
 */
export const redactFrame = (
  frame: WebSocketFrame,
  before: Uint8Array = NOTHING,
): { readonly frame: WebSocketFrame; readonly redacted: boolean } => {
  if (frame.opcode !== 'text' && frame.opcode !== 'continuation' && frame.opcode !== 'binary')
    return { frame, redacted: false }
  const payload = redactOctets(payloadOf(frame), before)
  if (payload === null) return { frame, redacted: false }
  const octets = frame.octets.slice()
  octets.set(frame.maskingKey === null ? payload : applyMask(payload, frame.maskingKey), frame.headLength)
  return { frame: { ...frame, octets }, redacted: true }
}

/** The payload with its secrets masked at equal length; null: it has none. */
export const redactPayload = (payload: Uint8Array): Uint8Array | null => redactOctets(payload, NOTHING)

/** Null: it is none, or was cut inside a character. */
const textOf = (octets: Uint8Array): string | null => {
  try {
    return decoder.decode(octets)
  } catch {
    // Octets that are no UTF-8 hold no header that is looked for.
    return null
  }
}

/** Whether the frames, in order, are of a message that is compressed (RFC 7692 §6). */
export const areCompressed = ([first]: readonly WebSocketFrame[]): boolean => first !== undefined && isCompressed(first)

/**
 * The frames of a compressed message as they would have been with `payload` in it. What was compressed cannot be masked
 * in place: any octet of it may tell of any other.
 */
export const withPayload = (frames: readonly WebSocketFrame[], payload: Uint8Array): readonly WebSocketFrame[] => {
  const deflated = deflateMessage(payload)
  let at = 0
  return frames.flatMap(({ opcode, fin, rsv, maskingKey, payloadLength }) => {
    const piece = deflated.subarray(at, fin ? deflated.length : at + payloadLength)
    at += piece.length
    return new WebSocketFrameDecoder().push(encodeWebSocketFrame({ opcode, fin, rsv, maskingKey, payload: piece }))
  })
}

/** Whether secrets in what the frames carry can be found. */
export const canBeRedacted = (frames: readonly WebSocketFrame[]): boolean =>
  !areCompressed(frames) && frames.every((frame) => textOf(payloadOf(frame)) !== null)

/** Only the head of a frame: whether there are secrets in the rest cannot be told. */
export const headOf = (frame: WebSocketFrame): WebSocketFrame => ({
  ...frame,
  octets: frame.octets.subarray(0, frame.headLength),
})
