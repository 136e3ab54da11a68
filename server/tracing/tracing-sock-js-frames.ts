import type { SockJsFrameCodec } from '../sockjs/sock-js-frame-codec.ts'
import type { TraceFact } from '../trace/index.ts'
import { octetsOf, type WebSocketMessage } from '../websocket/websocket-message.ts'
import { redactText } from './redaction.ts'
import { tracedPayload } from './traced-payload.ts'
import type { Tracer } from './tracer.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const textOf = (message: WebSocketMessage): string =>
  message.kind === 'text' ? message.text : decoder.decode(octetsOf(message))

const redactedPayload = (text: string) => tracedPayload(encoder.encode(redactText(text))).payload

const BEAT: TraceFact = {
  type: 'heartbeat.sent',
  station: 'sockJsService',
  layer: 'sockjs',
  direction: 'to-client',
  deadline: null,
}

/** Sees every SockJS frame that is made, and the messages in every array that came. */
export const tracingSockJsFrames = (inner: SockJsFrameCodec, tracer: Tracer): SockJsFrameCodec => {
  /** @param source what the frame wraps */
  const sent = (frame: WebSocketMessage, source?: WebSocketMessage): WebSocketMessage => {
    const origin = source && tracer.originOf(source)
    const seq = tracer.record(
      { type: 'sockjs.frame-sent', station: 'sockJsService', frame: redactedPayload(textOf(frame)) },
      origin === undefined ? {} : { cause: origin },
    )
    tracer.bind(frame, seq)
    return frame
  }
  return {
    open: () => sent(inner.open()),
    heartbeat() {
      tracer.record(BEAT)
      return sent(inner.heartbeat())
    },
    // The newest of them completed the frame.
    messages: (messages) => sent(inner.messages(messages), messages.at(-1)),
    chunk(frame, wrap) {
      const chunk = inner.chunk(frame, wrap)
      const origin = tracer.originOf(frame)
      if (origin !== undefined) tracer.bind(chunk, origin)
      return chunk
    },
    close: (code, reason) => sent(inner.close(code, reason)),
    decode(text) {
      const decoded = inner.decode(text)
      const messages = decoded.kind === 'messages' ? decoded.messages : []
      const seq = tracer.record({
        type: 'sockjs.messages-received',
        station: 'sockJsService',
        raw: redactedPayload(text),
        messages: messages.map((message) => redactText(textOf(message))),
      })
      for (const message of messages) tracer.bind(message, seq)
      return decoded
    },
  }
}
