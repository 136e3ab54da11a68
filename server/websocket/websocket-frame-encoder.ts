import { applyMask, WEBSOCKET_OPCODES, type WebSocketOpcode } from './websocket-frame.ts'

const OPCODE_NUMBERS = Object.fromEntries(
  Object.entries(WEBSOCKET_OPCODES).map(([number, opcode]) => [opcode, Number(number)]),
) as Readonly<Record<WebSocketOpcode, number>>

const LARGEST_7_BIT = 125
const LARGEST_16_BIT = 0xffff

/** What a sender decides about a frame; the length takes its shortest form, as RFC 6455 §5.2 demands. */
export interface WebSocketFrameContent {
  readonly opcode: WebSocketOpcode
  readonly payload: Uint8Array
  /** A client's four octets; null: not masked, as a server sends. */
  readonly maskingKey: Uint8Array | null
  /** Absent: true, the frame is the message's last. */
  readonly fin?: boolean
  /** Absent: 0. */
  readonly rsv?: number
}

/** The frame's octets (RFC 6455 §5.2). */
export const encodeWebSocketFrame = (content: WebSocketFrameContent): Uint8Array => {
  const { opcode, payload, maskingKey, fin = true, rsv = 0 } = content
  const first = (fin ? 0x80 : 0) | (rsv << 4) | OPCODE_NUMBERS[opcode]
  const maskBit = maskingKey === null ? 0 : 0x80
  const head = [first, ...lengthOctets(payload.length, maskBit), ...(maskingKey ?? [])]
  const octets = new Uint8Array(head.length + payload.length)
  octets.set(head)
  octets.set(maskingKey === null ? payload : applyMask(payload, maskingKey), head.length)
  return octets
}

const lengthOctets = (length: number, maskBit: number): readonly number[] => {
  if (length <= LARGEST_7_BIT) return [maskBit | length]
  if (length <= LARGEST_16_BIT) return [maskBit | 126, length >> 8, length & 0xff]
  const octets = new Uint8Array(8)
  new DataView(octets.buffer).setBigUint64(0, BigInt(length))
  return [maskBit | 127, ...octets]
}
