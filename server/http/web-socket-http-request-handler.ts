import type { WebSocketConnection, WebSocketListener } from '../websocket/websocket-connection.ts'
import type { HttpExchange } from './http-exchange.ts'
import type { decideOpeningHandshake, HandshakeEndpoint } from './opening-handshake.ts'

/** Spring's `WebSocketHttpRequestHandler`: refuses the request, or turns it into a WebSocket. */
export const handleWebSocketHttpRequest = (
  exchange: HttpExchange,
  endpoint: HandshakeEndpoint,
  openingHandshake: typeof decideOpeningHandshake,
  listen: (connection: WebSocketConnection) => WebSocketListener,
): void => {
  const { outcome } = openingHandshake(exchange.request, endpoint)
  if (outcome.kind === 'accepted') exchange.upgrade(outcome.headers, listen)
  else exchange.respond(outcome)
}
