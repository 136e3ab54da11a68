/** Opcodes of RFC 6455 §5.2, by their number; the others are reserved. */
export const WEBSOCKET_OPCODES: Readonly<Record<number, WebSocketOpcode>> = {
  0: 'continuation',
  1: 'text',
  2: 'binary',
  8: 'close',
  9: 'ping',
  10: 'pong',
}

export type WebSocketOpcode = 'continuation' | 'text' | 'binary' | 'close' | 'ping' | 'pong'

/** The first octets of a frame, decoded (RFC 6455 §5.2). */
export interface WebSocketFrameHead {
  readonly fin: boolean
  /** RSV1, RSV2, RSV3 as the three bits they are: 4 is RSV1, which permessage-deflate uses. */
  readonly rsv: number
  readonly opcode: WebSocketOpcode
  /** Four octets, or null: the payload is not masked. */
  readonly maskingKey: Uint8Array | null
  /** Octets of the payload, all of them. */
  readonly payloadLength: number
}

/** One frame as it was seen on the wire. */
export interface WebSocketFrame extends WebSocketFrameHead {
  /** Head and payload as they travelled; cut at the decoder's limit. */
  readonly octets: Uint8Array
  /** Octets before the payload: 2 to 14. */
  readonly headLength: number
  /** Lengths of the pieces in which the frame arrived, as TCP delivered them; their sum is the frame's length. */
  readonly segments: readonly number[]
}

/** Masking and unmasking are the same (RFC 6455 §5.3). `from`: the first octet's place in the payload. */
export const applyMask = (octets: Uint8Array, maskingKey: Uint8Array, from = 0): Uint8Array =>
  octets.map((octet, index) => octet ^ (maskingKey[(from + index) % 4] ?? 0))

/** What the frame carries, unmasked, as far as its octets were kept. */
export const payloadOf = ({ octets, headLength, maskingKey }: WebSocketFrame): Uint8Array => {
  const payload = octets.subarray(headLength)
  return maskingKey === null ? payload : applyMask(payload, maskingKey)
}
