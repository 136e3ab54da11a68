/** How a card's client reaches the server, by the names of the page's options (contract.md, transports). */
export interface ClientTransport {
  readonly name: TransportName
  readonly kind: 'webSocket' | 'sockJs'
  /** What sockjs-client may try; null leaves the choice to it. */
  readonly allowed: readonly string[] | null
}

export type TransportName = 'raw WebSocket' | 'Auto (SockJS)' | 'websocket'

export const CLIENT_TRANSPORTS: readonly ClientTransport[] = [
  { name: 'raw WebSocket', kind: 'webSocket', allowed: null },
  { name: 'Auto (SockJS)', kind: 'sockJs', allowed: null },
  { name: 'websocket', kind: 'sockJs', allowed: ['websocket'] },
]

export function clientTransport(name: string): ClientTransport {
  const [first] = CLIENT_TRANSPORTS
  const found = CLIENT_TRANSPORTS.find((transport) => transport.name === name) ?? first
  if (found === undefined) throw new Error('there is no transport at all')
  return found
}
