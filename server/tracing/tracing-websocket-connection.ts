import type { TraceFact } from '../trace/index.ts'
import type { WebSocketConnection, WebSocketListener } from '../websocket/websocket-connection.ts'
import type { WebSocketFrame } from '../websocket/websocket-frame.ts'
import { payloadLength, type WebSocketMessage } from '../websocket/websocket-message.ts'
import type { Conversation, Tracer } from './tracer.ts'
import { controlSent, frameReceived, messageSent } from './unread-frames.ts'

const encoder = new TextEncoder()

type Opcode = 'text' | 'binary' | 'close' | 'ping' | 'pong'

/** What is known of a frame where no wire is tapped. */
const untapped = (opcode: Opcode, length: number): TraceFact => ({
  type: 'websocket.frame-received',
  station: 'webSocketSession',
  opcode,
  length,
})

/** A Close frame's payload (RFC 6455 §5.5.1). */
const closePayload = (code: number | undefined, reason: string): Uint8Array =>
  code === undefined || code === 1005
    ? new Uint8Array()
    : Uint8Array.from([code >> 8, code & 0xff, ...encoder.encode(reason)])

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
      const origin = tracer.originOf(message)
      const fact = messageSent(message, bytes, origin === undefined ? undefined : tracer.factOf(origin))
      const cause = tracer.record(fact, { session, client, cause: origin })
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
      const seq = tracer.record(controlSent('close', closePayload(code, reason ?? '')), {
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
  const record = (fact: Parameters<Tracer['record']>[0], cause: number | null = null): number =>
    tracer.record(fact, { cause, session: conversation.session, client: conversation.client })
  /** The last frame of a message is what the message came from. */
  const arrived = (message: WebSocketMessage): number => {
    const [last, ...earlier] = message.frames?.toReversed() ?? []
    for (const frame of earlier.toReversed()) record(frameReceived(frame))
    return record(last === undefined ? untapped(message.kind, payloadLength(message)) : frameReceived(last))
  }
  const control = (opcode: Opcode, payload: Uint8Array, frame: WebSocketFrame | null | undefined): number =>
    record(frame ? frameReceived(frame) : untapped(opcode, payload.length))
  return {
    onMessage(message) {
      tracer.within(arrived(message), () => inner.onMessage(message), conversation)
    },
    onControl(opcode, payload, frame) {
      const seq = control(opcode, payload, frame)
      if (opcode === 'ping') record(controlSent('pong', payload), seq)
      tracer.within(seq, () => inner.onControl(opcode, payload, frame), conversation)
    },
    onClose(code, reason, frame) {
      if (conversation.closing === null && code !== 1006)
        conversation.closing = { by: 'client', seq: control('close', closePayload(code, reason), frame) }
      tracer.within(conversation.closing?.seq ?? null, () => inner.onClose(code, reason, frame), conversation)
    },
  }
}
