import type { TraceFact } from '../trace/index.ts'
import type { WebSocketConnection, WebSocketListener, WebSocketRefusal } from '../websocket/websocket-connection.ts'
import type { WebSocketFrame } from '../websocket/websocket-frame.ts'
import { octetsOf, payloadLength, type WebSocketMessage } from '../websocket/websocket-message.ts'
import type { Conversation, Tracer } from './tracer.ts'
import {
  compressedSent,
  controlSent,
  FragmentedMessage,
  frameReceived,
  framesReceived,
  framesRefused,
  messageSent,
} from './unread-frames.ts'

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
      const deflated = inner.deflate?.(octetsOf(message)) ?? null
      const fact =
        deflated === null
          ? messageSent(message, bytes, origin === undefined ? undefined : tracer.factOf(origin))
          : compressedSent(message, deflated)
      const cause = tracer.record(fact, { session, client, cause: origin })
      const before = tracer.now()
      inner.send(deflated === null ? message : { ...message, deflated })
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
  let begun = new FragmentedMessage()
  /** The last frame of a message is what the message came from. */
  const arrived = (message: WebSocketMessage): number => {
    const frames = framesReceived(message, message.frames ?? [], begun)
    begun = new FragmentedMessage()
    for (const frame of frames.slice(0, -1)) record(frame)
    return record(frames.at(-1) ?? untapped(message.kind, payloadLength(message)))
  }
  /** The server's Close frame comes out of the last of them. */
  const refused = (refusal: WebSocketRefusal, close: Uint8Array): number => {
    let cause: number | null = null
    for (const frame of framesRefused(refusal, begun)) cause = record(frame)
    return record(controlSent('close', close), cause)
  }
  const control = (opcode: Opcode, payload: Uint8Array, frame: WebSocketFrame | null | undefined): number =>
    record(frame ? frameReceived(frame) : untapped(opcode, payload.length))
  return {
    onMessage(message) {
      tracer.within(arrived(message), () => inner.onMessage(message), conversation)
    },
    onFragment(frame) {
      record(begun.next(frame))
      inner.onFragment?.(frame)
    },
    onControl(opcode, payload, frame) {
      const seq = control(opcode, payload, frame)
      if (opcode === 'ping') record(controlSent('pong', payload), seq)
      tracer.within(seq, () => inner.onControl(opcode, payload, frame), conversation)
    },
    onClose(code, reason, frame, refusal) {
      if (refusal && conversation.closing === null)
        conversation.closing = { by: 'server', seq: refused(refusal, closePayload(code, reason)) }
      if (conversation.closing === null && code !== 1006)
        conversation.closing = { by: 'client', seq: control('close', closePayload(code, reason), frame) }
      tracer.within(conversation.closing?.seq ?? null, () => inner.onClose(code, reason, frame, refusal), conversation)
    },
  }
}
