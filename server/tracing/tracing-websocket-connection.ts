import type { TraceFact } from '../trace/index.ts'
import type { WebSocketConnection, WebSocketListener } from '../websocket/websocket-connection.ts'
import { payloadLength } from '../websocket/websocket-message.ts'
import type { Conversation, Tracer } from './tracer.ts'

const encoder = new TextEncoder()

type FrameDirection = 'websocket.frame-received' | 'websocket.frame-sent'
type Opcode = 'text' | 'binary' | 'close' | 'ping' | 'pong'

const frameFact = (type: FrameDirection, opcode: Opcode, length: number): TraceFact => ({
  type,
  station: 'webSocketSession',
  opcode,
  length,
})

/** Octets of a Close frame's payload (RFC 6455 §5.5.1). */
const closeLength = (code: number | undefined, reason: string): number =>
  code === undefined || code === 1005 ? 0 : 2 + encoder.encode(reason).length

/** Sees every WebSocket message that the server sends, with the event that made it as its cause. */
export const tracingConnection = (
  inner: WebSocketConnection,
  tracer: Tracer,
  conversation: Conversation,
): WebSocketConnection => {
  return {
    get bufferedAmount() {
      return inner.bufferedAmount
    },
    send(message) {
      const { session, client } = conversation
      const bytes = payloadLength(message)
      const cause = tracer.record(frameFact('websocket.frame-sent', message.kind, bytes), {
        session,
        client,
        cause: tracer.originOf(message),
      })
      const before = tracer.now()
      inner.send(message)
      tracer.record(
        {
          type: 'outbound.written',
          station: 'webSocketSession',
          bytes,
          bufferSize: inner.bufferedAmount,
          timeInSend: tracer.now() - before,
        },
        { session, client, cause },
      )
    },
    close(code, reason) {
      const { session, client } = conversation
      const seq = tracer.record(frameFact('websocket.frame-sent', 'close', closeLength(code, reason ?? '')), {
        session,
        client,
      })
      conversation.closing ??= { by: 'server', seq }
      inner.close(code, reason)
    },
    terminate() {
      inner.terminate()
    },
  }
}

/** Sees every WebSocket message that comes in; each is a beginning, since it came from outside. */
export const tracingListener = (
  inner: WebSocketListener,
  tracer: Tracer,
  conversation: Conversation,
): WebSocketListener => {
  const received = (opcode: Opcode, length: number): number =>
    tracer.record(frameFact('websocket.frame-received', opcode, length), {
      cause: null,
      session: conversation.session,
      client: conversation.client,
    })
  return {
    onMessage(message) {
      tracer.within(received(message.kind, payloadLength(message)), () => inner.onMessage(message), conversation)
    },
    onControl(opcode, payload) {
      tracer.within(received(opcode, payload.length), () => inner.onControl(opcode, payload), conversation)
    },
    onClose(code, reason) {
      if (conversation.closing === null && code !== 1006)
        conversation.closing = { by: 'client', seq: received('close', closeLength(code, reason)) }
      tracer.within(conversation.closing?.seq ?? null, () => inner.onClose(code, reason), conversation)
    },
  }
}
