import type { IStompSocket } from '@stomp/stompjs'
import SockJS from 'sockjs-client'
import type { ClientTag } from '#trace'
import type { ClientTransport } from './client-transport.ts'
import { type TransportAttempts, watchAttempts } from './sockjs-attempts.ts'

/** Sub-protocols that stompjs names when it opens a WebSocket by itself. */
const STOMP_SUB_PROTOCOLS = ['v12.stomp', 'v11.stomp', 'v10.stomp']

/** Makes the socket of one connection; `attempts` hears of each transport that is tried on the way. */
export type OpenClientSocket = (transport: ClientTransport, tag: ClientTag, attempts: TransportAttempts) => IStompSocket

/** Where the endpoints are, asked anew for each connection: a configuration may have moved them. */
export interface ClientEndpoints {
  webSocketUrl(): string
  sockJsUrl(): string
  /** What sockjs-client gives a transport at least, milliseconds; undefined: as it reckons. */
  sockJsTimeout(): number | undefined
}

/** Real sockets of the browser: its own WebSocket, or sockjs-client. */
export function browserSockets(endpoints: ClientEndpoints): OpenClientSocket {
  return (transport, tag, attempts) => {
    if (transport.kind === 'webSocket') {
      attempts.tried(transport.name, null)
      return new WebSocket(named(endpoints.webSocketUrl(), tag), STOMP_SUB_PROTOCOLS)
    }
    const timeout = endpoints.sockJsTimeout()
    const socket = new SockJS(named(endpoints.sockJsUrl(), tag), undefined, {
      ...(transport.allowed !== null && { transports: [...transport.allowed] }),
      ...(timeout !== undefined && { timeout }),
    })
    watchAttempts(socket, attempts)
    return socket
  }
}

function named(url: string, tag: ClientTag): string {
  return `${url}?client=${encodeURIComponent(tag)}`
}
