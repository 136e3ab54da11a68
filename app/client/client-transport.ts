/** How a card's client reaches the server, by the names of the page's options (contract.md, transports). */
export interface ClientTransport {
  readonly name: TransportName
  readonly kind: 'webSocket' | 'sockJs'
  /** What sockjs-client may try; null leaves the choice to it. */
  readonly allowed: readonly string[] | null
}

export type TransportName =
  | 'Auto (SockJS)'
  | 'websocket'
  | 'xhr-streaming'
  | 'eventsource'
  | 'htmlfile'
  | 'xhr-polling'
  | 'raw WebSocket'

export const CLIENT_TRANSPORTS: readonly ClientTransport[] = [
  { name: 'Auto (SockJS)', kind: 'sockJs', allowed: null },
  { name: 'websocket', kind: 'sockJs', allowed: ['websocket'] },
  { name: 'xhr-streaming', kind: 'sockJs', allowed: ['xhr-streaming'] },
  { name: 'eventsource', kind: 'sockJs', allowed: ['eventsource'] },
  { name: 'htmlfile', kind: 'sockJs', allowed: ['htmlfile'] },
  { name: 'xhr-polling', kind: 'sockJs', allowed: ['xhr-polling'] },
  { name: 'raw WebSocket', kind: 'webSocket', allowed: null },
]

export function clientTransport(name: string): ClientTransport {
  const [first] = CLIENT_TRANSPORTS
  const found = CLIENT_TRANSPORTS.find((transport) => transport.name === name) ?? first
  if (found === undefined) throw new Error('there is no transport at all')
  return found
}
