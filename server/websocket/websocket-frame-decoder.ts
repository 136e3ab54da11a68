import { WEBSOCKET_OPCODES, type WebSocketFrame, type WebSocketFrameHead } from './websocket-frame.ts'

/** Why no frame can be read any more: the octets are none of RFC 6455's. */
export interface WebSocketFrameViolation {
  readonly violation:
    | 'reserved-opcode'
    | 'fragmented-control'
    | 'long-control'
    | 'length-not-minimal'
    | 'length-too-large'
  /** Of RFC 6455. */
  readonly section: string
}

interface ReadHead extends WebSocketFrameHead {
  readonly headLength: number
}

/** A control frame's payload has at most this many octets (RFC 6455 §5.5). */
const LARGEST_CONTROL_PAYLOAD = 125

/** Two octets, eight for the length, four for the key. */
const LARGEST_HEAD = 14

/**
 * Reads the frames of one direction of a WebSocket out of its octets, however TCP cut them. It only looks: it answers
 * nothing, joins no fragments and inflates nothing, so that what it shows is what was there.
 */
export class WebSocketFrameDecoder {
  readonly #keptPayload: number
  #violation: WebSocketFrameViolation | null = null
  #head: ReadHead | null = null
  /** What is kept of the frame that is being read: first its head, then with room for the payload. */
  #octets = new Uint8Array(LARGEST_HEAD)
  /** Octets of that frame that have come, kept or not. */
  #seen = 0
  #segments: number[] = []

  /** @param keptPayload octets of each payload that are kept; the others are only counted */
  constructor(keptPayload: number = Number.POSITIVE_INFINITY) {
    this.#keptPayload = keptPayload
  }

  /** Once there is one, nothing is read any more. */
  get violation(): WebSocketFrameViolation | null {
    return this.#violation
  }

  /** Octets of a frame that has begun and is not complete. */
  get waiting(): number {
    return this.#seen
  }

  /** Takes one piece as it arrived and gives the frames that it completes. The piece may change afterwards. */
  push(piece: Uint8Array): readonly WebSocketFrame[] {
    const frames: WebSocketFrame[] = []
    let rest = piece
    while (rest.length > 0 && this.#violation === null) {
      const taken = this.#read(rest)
      rest = rest.subarray(taken)
      this.#segments.push(taken)
      const head = this.#head
      if (head !== null && this.#seen === head.headLength + head.payloadLength) frames.push(this.#complete(head))
    }
    return frames
  }

  /** Reads on in the frame that has begun; gives how many octets of the piece belong to it. */
  #read(piece: Uint8Array): number {
    const taken = this.#head === null ? this.#readHead(piece) : 0
    const head = this.#head
    if (head === null) return taken
    const payload = piece.subarray(taken, taken + head.headLength + head.payloadLength - this.#seen)
    this.#octets.set(payload.subarray(0, Math.max(0, this.#octets.length - this.#seen)), this.#kept)
    this.#seen += payload.length
    return taken + payload.length
  }

  get #kept(): number {
    return Math.min(this.#seen, this.#octets.length)
  }

  #readHead(piece: Uint8Array): number {
    const before = this.#seen
    const part = piece.subarray(0, LARGEST_HEAD - before)
    this.#octets.set(part, before)
    const head = decodeHead(this.#octets.subarray(0, before + part.length))
    if (head === null) {
      this.#seen += part.length
      return part.length
    }
    if ('violation' in head) {
      this.#violation = head
      return piece.length
    }
    const octets = new Uint8Array(head.headLength + Math.min(head.payloadLength, this.#keptPayload))
    octets.set(this.#octets.subarray(0, head.headLength))
    this.#octets = octets
    this.#head = head
    this.#seen = head.headLength
    return head.headLength - before
  }

  #complete({ fin, rsv, opcode, maskingKey, payloadLength, headLength }: ReadHead): WebSocketFrame {
    const octets = this.#octets
    const segments = this.#segments
    this.#head = null
    this.#octets = new Uint8Array(LARGEST_HEAD)
    this.#seen = 0
    this.#segments = []
    return { fin, rsv, opcode, maskingKey, payloadLength, octets, headLength, segments }
  }
}

/** RFC 6455 §5.2; null: more octets are needed. */
const decodeHead = (octets: Uint8Array): ReadHead | WebSocketFrameViolation | null => {
  const [first, second] = octets
  if (first === undefined || second === undefined) return null
  const fin = (first & 0x80) !== 0
  const opcode = WEBSOCKET_OPCODES[first & 0x0f]
  if (opcode === undefined) return { violation: 'reserved-opcode', section: '5.2' }

  const shortLength = second & 0x7f
  const isControl = (first & 0x08) !== 0
  if (isControl && !fin) return { violation: 'fragmented-control', section: '5.5' }
  if (isControl && shortLength > LARGEST_CONTROL_PAYLOAD) return { violation: 'long-control', section: '5.5' }

  const extended = shortLength === 126 ? 2 : shortLength === 127 ? 8 : 0
  const masked = (second & 0x80) !== 0
  const headLength = 2 + extended + (masked ? 4 : 0)
  if (octets.length < headLength) return null

  const payloadLength = extended === 0 ? shortLength : extendedLength(octets.subarray(2, 2 + extended))
  if (payloadLength > Number.MAX_SAFE_INTEGER) return { violation: 'length-too-large', section: '5.2' }
  if (payloadLength < LEAST_LENGTH[extended]) return { violation: 'length-not-minimal', section: '5.2' }
  const maskingKey = masked ? octets.slice(headLength - 4, headLength) : null
  return { fin, rsv: (first >> 4) & 0b111, opcode, maskingKey, payloadLength, headLength }
}

/** The least length that may take so many octets more. */
const LEAST_LENGTH = { 0: 0, 2: 126, 8: 0x1_0000 } as const

/** Big-endian. */
const extendedLength = (octets: Uint8Array): number => octets.reduce((length, octet) => length * 256 + octet, 0)
