import { Inflate } from 'fflate'

/** What a sender cut off the end of the compressed octets (RFC 7692 §7.2.1). */
const CUT_OFF = Uint8Array.of(0x00, 0x00, 0xff, 0xff)

export interface CompressedPayload {
  readonly octets: Uint8Array
  /** Only their beginning was kept. */
  readonly isCut: boolean
}

export interface InflatedMessage {
  /** As far as the compressed octets could be read. */
  readonly octets: Uint8Array
  /** From some place on they are no DEFLATE data. */
  readonly isBroken: boolean
}

/**
 * Inflates a message that refers to none before it (RFC 7692 §7.2.2). One that was cut gives its beginning.
 *
 * @param limit octets that are wanted
 */
export const inflateMessage = (
  { octets, isCut }: CompressedPayload,
  limit: number = Number.POSITIVE_INFINITY,
): InflatedMessage => {
  const inflated: number[] = []
  const inflate = new Inflate((piece) => {
    for (const octet of piece.subarray(0, Math.max(0, limit - inflated.length))) inflated.push(octet)
  })
  let isBroken = false
  try {
    inflate.push(octets)
    if (!isCut) inflate.push(CUT_OFF)
  } catch {
    // So fflate says that this is no DEFLATE data; what it read before stays good.
    isBroken = true
  }
  return { octets: Uint8Array.from(inflated), isBroken }
}
