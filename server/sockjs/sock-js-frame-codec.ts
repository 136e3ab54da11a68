import { octetsOf, type WebSocketMessage } from '../websocket/websocket-message.ts'
import { SOCKJS_HEARTBEAT_FRAME, SOCKJS_OPEN_FRAME, sockJsCloseFrame, sockJsMessageFrame } from './sockjs-frame.ts'
import { decodeSockJsMessages } from './sockjs-message-codec.ts'

export type SockJsDecoded =
  | { readonly kind: 'messages'; readonly messages: readonly WebSocketMessage[] }
  | { readonly kind: 'broken' }

/**
 * Between what the STOMP layer says and what a SockJS WebSocket carries; a port, so that it can be watched. Whoever
 * sends or hands on one of these objects must keep its identity.
 */
export interface SockJsFrameCodec {
  open(): WebSocketMessage
  heartbeat(): WebSocketMessage
  message(message: WebSocketMessage): WebSocketMessage
  close(code: number, reason: string | null): WebSocketMessage
  decode(text: string): SockJsDecoded
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

const text = (content: string): WebSocketMessage => ({ kind: 'text', text: content })

const textOf = (message: WebSocketMessage): string =>
  message.kind === 'text' ? message.text : utf8.decode(octetsOf(message))

export const SOCKJS_FRAME_CODEC: SockJsFrameCodec = {
  open: () => text(SOCKJS_OPEN_FRAME),
  heartbeat: () => text(SOCKJS_HEARTBEAT_FRAME),
  message: (message) => text(sockJsMessageFrame([textOf(message)])),
  close: (code, reason) => text(sockJsCloseFrame(code, reason)),
  decode(content) {
    const messages = decodeSockJsMessages(content)
    return messages ? { kind: 'messages', messages: messages.map(text) } : { kind: 'broken' }
  },
}
