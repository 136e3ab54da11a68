import { deflateSync, Inflate } from 'fflate'

/** RSV1 on the first frame of a message: it is compressed (RFC 7692 §6). */
export const COMPRESSED = 0b100

/**
 * A message's payload as it travels compressed, without any message before it. Its last DEFLATE block says that it is
 * the last, which takes an octet more than zlib's flush (RFC 7692 §7.2.3.4).
 */
export const deflateMessage = (payload: Uint8Array): Uint8Array => Uint8Array.of(...deflateSync(payload), 0x00)

/** What a sender cut off the end of the compressed octets (RFC 7692 §7.2.1). */
const CUT_OFF = Uint8Array.of(0x00, 0x00, 0xff, 0xff)

/** A message's payload that refers to no message before it, inflated (RFC 7692 §7.2.2); null: it is no DEFLATE data. */
export const inflateMessage = (payload: Uint8Array): Uint8Array | null => {
  const inflated: number[] = []
  const inflate = new Inflate((piece) => {
    for (const octet of piece) inflated.push(octet)
  })
  try {
    inflate.push(payload)
    inflate.push(CUT_OFF)
  } catch {
    // So fflate says that this is no DEFLATE data.
    return null
  }
  return Uint8Array.from(inflated)
}
