import type { Simulation } from '#simulation'
import { OWN_ORIGIN } from './own-origin.ts'
import { SimulatedHttpTransport } from './simulated-http-transport.ts'

/** Transports of sockjs-client that a page of today uses, in its order; the others stand in for these in old browsers. */
export const SOCKJS_TRANSPORTS = ['websocket', 'xhr-streaming', 'eventsource', 'htmlfile', 'xhr-polling'] as const

export type SockJsTransportName = (typeof SOCKJS_TRANSPORTS)[number]

/** One way of carrying a SockJS session. */
export interface SimulatedTransport {
  send(text: string): void
  close(): void
}

export interface TransportEvents {
  /** Hears of what the client writes, as it stands on the wire. */
  readonly written: (text: string) => void
  /** A frame of SockJS: `o`, `h`, `a[…]`, `c[…]`. */
  readonly frame: (frame: string) => void
  readonly closed: (code: number, reason: string, wasClean: boolean) => void
}

export interface TransportPorts {
  readonly simulation: Simulation
  /** `/ws/000/a1000000` */
  readonly session: string
  readonly query: string
  readonly events: TransportEvents
}

export function openTransport(name: SockJsTransportName, ports: TransportPorts): SimulatedTransport {
  return name === 'websocket' ? openWebSocket(ports) : new SimulatedHttpTransport(name, ports)
}

function openWebSocket({ simulation, session, query, events }: TransportPorts): SimulatedTransport {
  const socket = simulation.transport.connect({ path: `${session}/websocket`, query }, [], OWN_ORIGIN, {
    onOpen: () => undefined,
    onMessage: (message) => events.frame(message.kind === 'text' ? message.text : ''),
    onClose: events.closed,
    onRefused: () => events.closed(1006, '', false),
  })
  return {
    send: (text) => {
      const array = JSON.stringify([text])
      events.written(array)
      socket.send({ kind: 'text', text: array })
    },
    close: () => socket.close(),
  }
}
