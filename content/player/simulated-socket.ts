import type { Simulation } from '#simulation'
import type { ClientReport, ClientTag } from '#trace'
import type { ScenarioTransport } from '../scenarios/scenario.ts'
import { OWN_ORIGIN } from './own-origin.ts'
import { SimulatedSockJs } from './simulated-sock-js.ts'

/** A client's socket in a simulation: texts there and back, whatever carries them. */
export interface SimulatedSocket {
  send(text: string): void
  close(): void
}

export interface SimulatedSocketEvents {
  readonly report: (report: ClientReport) => void
  /** Hears of SockJS's own frames, both ways. */
  readonly carried: (text: string) => void
  /** @param transport what carries it */
  readonly opened: (transport: string) => void
  readonly received: (text: string) => void
  readonly closed: (code: number, reason: string, wasClean: boolean) => void
}

/** As stompjs names them when it opens a WebSocket. */
const STOMP_SUB_PROTOCOLS = ['v12.stomp', 'v11.stomp', 'v10.stomp']

/** @param connection counts the tag's connections, from 1 */
export function openSimulatedSocket(
  simulation: Simulation,
  transport: ScenarioTransport,
  tag: ClientTag,
  connection: number,
  events: SimulatedSocketEvents,
): SimulatedSocket {
  if (transport === 'raw WebSocket') return openWebSocket(simulation, tag, events)
  const endpoint = endpointPath(simulation, ({ sockJs }) => sockJs)
  const allowed = transport === 'Auto (SockJS)' ? null : [transport]
  return new SimulatedSockJs(simulation, { endpoint, allowed, tag, connection }, events)
}

function openWebSocket(simulation: Simulation, tag: ClientTag, events: SimulatedSocketEvents): SimulatedSocket {
  const name = 'raw WebSocket'
  events.report({ report: 'transport-tried', transport: name, deadline: null })
  const path = endpointPath(simulation, ({ webSocket }) => webSocket)
  const socket = simulation.transport.connect({ path, query: `client=${tag}` }, STOMP_SUB_PROTOCOLS, OWN_ORIGIN, {
    onOpen: () => events.opened(name),
    onMessage: (message) => events.received(message.kind === 'text' ? message.text : ''),
    onClose: events.closed,
    onRefused: () => events.closed(1006, '', false),
  })
  return { send: (text) => socket.send({ kind: 'text', text }), close: () => socket.close() }
}

type Endpoint = Simulation['lab']['hello']['config']['endpoints'][number]

/** The first endpoint of that kind, as a page chooses it. */
function endpointPath({ lab }: Simulation, isWanted: (endpoint: Endpoint) => boolean): string {
  const endpoint = lab.hello.config.endpoints.find(isWanted)
  if (endpoint === undefined) throw new Error(`the configuration ${lab.hello.config.name} has no such endpoint`)
  return endpoint.path
}
