import { constants, deflateRawSync } from 'node:zlib'

/** Octets of zlib's flush that do not travel (RFC 7692 §7.2.1). */
const CUT_OFF = 4

/**
 * A payload as Tomcat compresses it: by zlib at its default level, flushed, and without any message before it. An empty
 * one travels as it is (`PerMessageDeflate#sendMessagePart`).
 */
export const flushingDeflate = (payload: Uint8Array): Uint8Array | null =>
  payload.length === 0
    ? null
    : new Uint8Array(deflateRawSync(payload, { finishFlush: constants.Z_SYNC_FLUSH })).subarray(0, -CUT_OFF)
