import type { WebSocketRule } from './websocket-connection.ts'

/** What a server closes with when a client broke a rule (RFC 6455 §7.4.1). */
export const REFUSAL_CODES: Readonly<Record<WebSocketRule, number>> = {
  rsv: 1002,
  mask: 1002,
  inflate: 1007,
  'utf-8': 1007,
  size: 1009,
  frame: 1002,
}
