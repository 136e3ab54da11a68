import type { WebSocketRule } from '../websocket/websocket-connection.ts'

/** Errors with which `ws` and zlib give a client up, by their `code`. */
const BROKEN_RULES: ReadonlyMap<unknown, WebSocketRule> = new Map<unknown, WebSocketRule>([
  ['WS_ERR_UNEXPECTED_RSV_1', 'rsv'],
  ['WS_ERR_UNEXPECTED_RSV_2_3', 'rsv'],
  ['WS_ERR_EXPECTED_MASK', 'mask'],
  ['WS_ERR_EXPECTED_FIN', 'frame'],
  ['WS_ERR_INVALID_OPCODE', 'frame'],
  ['WS_ERR_INVALID_CONTROL_PAYLOAD_LENGTH', 'frame'],
  ['WS_ERR_INVALID_CLOSE_CODE', 'frame'],
  ['WS_ERR_INVALID_UTF8', 'utf-8'],
  ['Z_DATA_ERROR', 'inflate'],
  ['WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH', 'size'],
  ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 'size'],
])

/** Null: the client broke none, the network failed. */
export const ruleBrokenBy = (error: Error): WebSocketRule | null =>
  BROKEN_RULES.get('code' in error ? error.code : null) ?? null
