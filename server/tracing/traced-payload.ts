import { base64 } from '../http/base64.ts'
import type { TracedPayload } from '../trace/index.ts'

/** trace.md rule 4: longer payloads are cut. */
export const PAYLOAD_LIMIT = 4096

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Where a cut at `limit` splits no UTF-8 sequence. */
const cutAt = (octets: Uint8Array, limit: number): number => {
  let end = limit
  while (end > limit - 4 && ((octets[end] ?? 0) & 0xc0) === 0x80) end--
  return end
}

const decoded = (octets: Uint8Array): TracedPayload => {
  try {
    return { text: utf8.decode(octets) }
  } catch {
    // Octets that are no UTF-8 are a value here, not a failure.
    return { base64: base64(octets) }
  }
}

export interface CutPayload {
  readonly payload: TracedPayload
  readonly truncated?: true
}

export const tracedPayload = (octets: Uint8Array): CutPayload =>
  octets.length <= PAYLOAD_LIMIT
    ? { payload: decoded(octets) }
    : { payload: decoded(octets.subarray(0, cutAt(octets, PAYLOAD_LIMIT))), truncated: true }
