import { utf8Length } from './utf8-length.ts'

/** Spring's `TextMessage` and `BinaryMessage`: a whole WebSocket message (RFC 6455 §1.2), one or more frames. */
export type WebSocketMessage =
  /** `length`: octets, where they are known already. */
  | { readonly kind: 'text'; readonly text: string; readonly length?: number }
  | { readonly kind: 'binary'; readonly octets: Uint8Array }

const encoder = new TextEncoder()

/** Octets of the payload, without making them. */
export const payloadLength = (message: WebSocketMessage): number =>
  message.kind === 'text' ? (message.length ?? utf8Length(message.text)) : message.octets.length

/** The payload as it travels. */
export const octetsOf = (message: WebSocketMessage): Uint8Array =>
  message.kind === 'text' ? encoder.encode(message.text) : message.octets
