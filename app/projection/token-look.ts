import type { TracedMessageHeaders, TraceEvent } from '#trace'
import type { TokenShape } from './token.ts'

/** How a token looks: its shape, and the command or verb that is written on it. */
export interface TokenLook {
  readonly shape: TokenShape
  readonly label: string
}

const HEARTBEAT: TokenLook = { shape: 'heartbeat', label: 'heart-beat' }

/** What an event itself says about its token; null: it looks like its cause. */
export function tokenLook(event: TraceEvent): TokenLook | null {
  switch (event.type) {
    case 'http.requested':
      return { shape: 'http-request', label: event.method }
    case 'http.responded':
      return { shape: 'http-response', label: String(event.status) }
    case 'websocket.opened':
      return { shape: 'http-request', label: 'Upgrade' }
    case 'websocket.closed':
      return { shape: 'disconnect', label: `Close ${event.code}` }
    case 'websocket.frame-received':
    case 'websocket.frame-sent':
      return lookOfWebSocketFrame(event.opcode, event.length)
    case 'sockjs.frame-sent':
      return 'text' in event.frame ? (LOOK_OF_SOCKJS_FRAME[event.frame.text.charAt(0)] ?? null) : null
    case 'stomp.frame-decoded':
    case 'stomp.frame-encoded':
      return lookOfCommand(event.frame.command)
    case 'stomp.decode-failed':
      return { shape: 'error', label: 'error' }
    case 'channel.sent':
      return lookOfMessage(event.message.headers)
    case 'publish.commanded':
      return lookOfCommand('MESSAGE')
    case 'event.published':
      return { shape: 'event', label: event.event.replace(/^Session|Event$/g, '') }
    case 'heartbeat.sent':
    case 'heartbeat.received':
    case 'heartbeat.late':
    case 'heartbeat.missed':
    case 'timer.set':
    case 'timer.fired':
    case 'timer.cancelled':
      return HEARTBEAT
    default:
      return null
  }
}

function lookOfCommand(command: string): TokenLook {
  return { shape: SHAPE_OF_COMMAND[command] ?? 'event', label: command }
}

function lookOfMessage(headers: TracedMessageHeaders): TokenLook {
  return lookOfCommand(headers.stompCommand ?? COMMAND_OF_TYPE[headers.simpMessageType] ?? headers.simpMessageType)
}

/** A lone end-of-line is the only STOMP text of one octet. */
function lookOfWebSocketFrame(opcode: string, length: number): TokenLook | null {
  if (opcode === 'close') return { shape: 'disconnect', label: 'Close' }
  return opcode === 'ping' || opcode === 'pong' || length <= 1 ? HEARTBEAT : null
}

const SHAPE_OF_COMMAND: Readonly<Record<string, TokenShape>> = {
  CONNECT: 'connect',
  STOMP: 'connect',
  CONNECTED: 'connect',
  SUBSCRIBE: 'subscribe',
  UNSUBSCRIBE: 'unsubscribe',
  SEND: 'send',
  MESSAGE: 'message',
  ACK: 'ack',
  NACK: 'nack',
  RECEIPT: 'receipt',
  BEGIN: 'transaction',
  COMMIT: 'transaction',
  ABORT: 'transaction',
  ERROR: 'error',
  DISCONNECT: 'disconnect',
  HEARTBEAT: 'heartbeat',
}

/** The frame that a message of the type becomes, where its name is another. */
const COMMAND_OF_TYPE: Readonly<Record<string, string>> = {
  CONNECT_ACK: 'CONNECTED',
  DISCONNECT_ACK: 'RECEIPT',
}

const LOOK_OF_SOCKJS_FRAME: Readonly<Record<string, TokenLook>> = {
  o: { shape: 'event', label: 'open' },
  h: HEARTBEAT,
  c: { shape: 'disconnect', label: 'close' },
}
