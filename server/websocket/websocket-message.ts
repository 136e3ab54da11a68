/** Spring's `TextMessage` and `BinaryMessage`: a whole WebSocket message (RFC 6455 §1.2), one or more frames. */
export type WebSocketMessage =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly octets: Uint8Array }

const encoder = new TextEncoder()

/** The payload as it travels. */
export const octetsOf = (message: WebSocketMessage): Uint8Array =>
  message.kind === 'text' ? encoder.encode(message.text) : message.octets
