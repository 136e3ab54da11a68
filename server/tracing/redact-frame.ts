import { applyMask, payloadOf, type WebSocketFrame } from '../websocket/websocket-frame.ts'
import { redactText } from './redaction.ts'

/** What a compressed message says cannot be seen (RFC 7692 §6). */
const COMPRESSED = 0b100

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Secrets in a frame's payload are masked at equal length, and the payload with its own key again (trace.md rule 4). */
export const redactFrame = (frame: WebSocketFrame): { readonly frame: WebSocketFrame; readonly redacted: boolean } => {
  if (frame.opcode !== 'text' && frame.opcode !== 'continuation' && frame.opcode !== 'binary')
    return { frame, redacted: false }
  if ((frame.rsv & COMPRESSED) !== 0) return { frame, redacted: false }
  const text = textOf(payloadOf(frame))
  const open = text === null ? null : redactText(text)
  if (open === null || open === text) return { frame, redacted: false }
  const payload = encoder.encode(open)
  const octets = frame.octets.slice()
  octets.set(frame.maskingKey === null ? payload : applyMask(payload, frame.maskingKey), frame.headLength)
  return { frame: { ...frame, octets }, redacted: true }
}

/** Null: it is none, or was cut inside a character. */
const textOf = (octets: Uint8Array): string | null => {
  try {
    return decoder.decode(octets)
  } catch {
    // Octets that are no UTF-8 hold no header that is looked for.
    return null
  }
}
