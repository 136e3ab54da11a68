import { utf8Length } from './utf8-length.ts'
import type { WebSocketFrame } from './websocket-frame.ts'

/** Spring's `TextMessage` and `BinaryMessage`: a whole WebSocket message (RFC 6455 §1.2), one or more frames. */
export type WebSocketMessage = (
  | {
      readonly kind: 'text'
      readonly text: string
      /** Octets, where they are known already. */
      readonly length?: number
    }
  | { readonly kind: 'binary'; readonly octets: Uint8Array }
) & {
  /** As what the message came over the wire, what was told as its fragments aside; absent: no wire was there to tap. */
  readonly frames?: readonly WebSocketFrame[]
  /** The payload as permessage-deflate made it travel, where that is known already. */
  readonly deflated?: Uint8Array | null
}

const encoder = new TextEncoder()

/** Octets of the payload, without making them. */
export const payloadLength = (message: WebSocketMessage): number =>
  message.kind === 'text' ? (message.length ?? utf8Length(message.text)) : message.octets.length

/** The payload as it travels. */
export const octetsOf = (message: WebSocketMessage): Uint8Array =>
  message.kind === 'text' ? encoder.encode(message.text) : message.octets
