import { octetsOf, type WebSocketMessage } from '../websocket/websocket-message.ts'
import { SOCKJS_HEARTBEAT_FRAME, SOCKJS_OPEN_FRAME, sockJsCloseFrame, sockJsMessageFrame } from './sockjs-frame.ts'
import { decodeSockJsMessages, type SockJsPayload } from './sockjs-message-codec.ts'

export type SockJsDecoded =
  | { readonly kind: 'messages'; readonly messages: readonly WebSocketMessage[] }
  | Exclude<SockJsPayload, { kind: 'messages' }>

/** How frames are written and read: servers differ in small things. */
export interface SockJsNotation {
  readonly messages: (messages: readonly string[]) => string
  readonly close: (code: number, reason: string | null) => string
  readonly decode: (text: string) => SockJsPayload
}

/**
 * Between what the handler says and what a SockJS connection carries; a port, so that it can be watched. Whoever sends
 * or hands on one of these objects must keep its identity.
 */
export interface SockJsFrameCodec {
  open(): WebSocketMessage
  heartbeat(): WebSocketMessage
  /** One frame for all of them. */
  messages(messages: readonly WebSocketMessage[]): WebSocketMessage
  close(code: number, reason: string | null): WebSocketMessage
  /** A frame as a piece of an HTTP response. */
  chunk(frame: WebSocketMessage, wrap: (frame: string) => string): Uint8Array
  decode(text: string): SockJsDecoded
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

const text = (content: string): WebSocketMessage => ({ kind: 'text', text: content })

const textOf = (message: WebSocketMessage): string =>
  message.kind === 'text' ? message.text : utf8.decode(octetsOf(message))

export const createSockJsFrameCodec = (notation: SockJsNotation): SockJsFrameCodec => ({
  open: () => text(SOCKJS_OPEN_FRAME),
  heartbeat: () => text(SOCKJS_HEARTBEAT_FRAME),
  messages: (messages) => text(notation.messages(messages.map(textOf))),
  close: (code, reason) => text(notation.close(code, reason)),
  chunk: (frame, wrap) => encoder.encode(wrap(textOf(frame))),
  decode(content) {
    const payload = notation.decode(content)
    return payload.kind === 'messages' ? { kind: 'messages', messages: payload.messages.map(text) } : payload
  },
})

/** Spring's, over Jackson. */
export const SOCKJS_FRAME_CODEC: SockJsFrameCodec = createSockJsFrameCodec({
  messages: sockJsMessageFrame,
  close: sockJsCloseFrame,
  decode: decodeSockJsMessages,
})
