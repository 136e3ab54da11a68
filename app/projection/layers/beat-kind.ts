import type { MessageLeg } from './message-leg.ts'

/** Which of the signs of life that know nothing of one another it is; null: it says something. */
export const beatKind = ({ wire, sockJs, stomp }: MessageLeg): 'stomp' | 'sockjs' | 'ping' | 'pong' | null => {
  if (stomp !== null) return stomp.frame.command === 'HEARTBEAT' ? 'stomp' : null
  if (sockJs?.type === 'sockjs.frame-sent' && 'text' in sockJs.frame && sockJs.frame.text === 'h') return 'sockjs'
  if (wire === null || !('opcode' in wire)) return null
  return wire.opcode === 'ping' || wire.opcode === 'pong' ? wire.opcode : null
}
