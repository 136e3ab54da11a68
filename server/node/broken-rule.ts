import type { WebSocketRule } from '../websocket/websocket-connection.ts'

interface BrokenRule {
  readonly rule: WebSocketRule
  /** What `ws` closes with (RFC 6455 §7.4.1). */
  readonly code: number
}

/** Errors with which `ws` and zlib give a client up, by their `code`. */
const BROKEN_RULES: ReadonlyMap<unknown, BrokenRule> = new Map<unknown, BrokenRule>([
  ['WS_ERR_UNEXPECTED_RSV_1', { rule: 'rsv', code: 1002 }],
  ['WS_ERR_UNEXPECTED_RSV_2_3', { rule: 'rsv', code: 1002 }],
  ['WS_ERR_EXPECTED_MASK', { rule: 'mask', code: 1002 }],
  ['WS_ERR_EXPECTED_FIN', { rule: 'frame', code: 1002 }],
  ['WS_ERR_INVALID_OPCODE', { rule: 'frame', code: 1002 }],
  ['WS_ERR_INVALID_CONTROL_PAYLOAD_LENGTH', { rule: 'frame', code: 1002 }],
  ['WS_ERR_INVALID_CLOSE_CODE', { rule: 'frame', code: 1002 }],
  ['WS_ERR_INVALID_UTF8', { rule: 'utf-8', code: 1007 }],
  ['Z_DATA_ERROR', { rule: 'inflate', code: 1007 }],
  ['WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH', { rule: 'size', code: 1009 }],
  ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', { rule: 'size', code: 1009 }],
])

/** Null: the client broke none, the network failed. */
export const ruleBrokenBy = (error: Error): BrokenRule | null =>
  BROKEN_RULES.get('code' in error ? error.code : null) ?? null
