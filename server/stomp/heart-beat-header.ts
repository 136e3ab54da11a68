import type { NativeHeaders } from '../messaging/message.ts'
import { parseJavaLong } from './java-number.ts'

export type HeartbeatHeader =
  | { readonly kind: 'heart-beat'; readonly value: readonly [number, number] }
  /** The text of the NumberFormatException, which costs the client its connection. */
  | { readonly kind: 'malformed'; readonly message: string }

const NONE: HeartbeatHeader = { kind: 'heart-beat', value: [0, 0] }

/** `StompHeaderAccessor#getHeartbeat`: neither side is trimmed (spring.md 2.1.4). */
export const parseHeartbeatHeader = (headers: NativeHeaders): HeartbeatHeader => {
  const raw = headers.get('heart-beat')?.[0]
  const comma = raw?.indexOf(',') ?? -1
  if (raw === undefined || comma < 0) return NONE
  const outgoing = parseJavaLong(raw.slice(0, comma))
  if (outgoing.kind === 'malformed') return outgoing
  const incoming = parseJavaLong(raw.slice(comma + 1))
  if (incoming.kind === 'malformed') return incoming
  return { kind: 'heart-beat', value: [outgoing.value, incoming.value] }
}
