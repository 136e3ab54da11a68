import { deflateSync } from 'fflate'

/** RSV1 on the first frame of a message: it is compressed (RFC 7692 §6). */
export const COMPRESSED = 0b100

/**
 * A message's payload as it travels compressed, without any message before it. Its last DEFLATE block says that it is
 * the last, which takes an octet more than zlib's flush (RFC 7692 §7.2.3.4).
 */
export const deflateMessage = (payload: Uint8Array): Uint8Array => Uint8Array.of(...deflateSync(payload), 0x00)
