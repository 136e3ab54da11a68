import type { Simulation } from '#simulation'
import type { ClientReport, ClientTag } from '#trace'
import type { ScenarioTransport } from '../scenarios/scenario.ts'

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

/** Of a page that the lab itself serves. */
const OWN_ORIGIN = [['Origin', 'http://localhost']] as const

/** As stompjs names them when it opens a WebSocket. */
const STOMP_SUB_PROTOCOLS = ['v12.stomp', 'v11.stomp', 'v10.stomp']

/** What sockjs-client gives its websocket transport when `/info` took no time: 2 round trips of 300 ms. */
const SOCKJS_WEBSOCKET_DEADLINE = 600

/** What sockjs-client makes up for a connection; chance has no place in a simulation. */
const SOCKJS_SERVER = '000'

/** @param connection counts the tag's connections, from 1 */
export function openSimulatedSocket(
  simulation: Simulation,
  transport: ScenarioTransport,
  tag: ClientTag,
  connection: number,
  events: SimulatedSocketEvents,
): SimulatedSocket {
  if (transport === 'raw WebSocket') return openWebSocket(simulation, tag, events)
  if (transport === 'Auto (SockJS)' || transport === 'websocket')
    return openSockJsWebSocket(simulation, tag, connection, events)
  throw new Error(`the transport ${transport} cannot be simulated`)
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

function openSockJsWebSocket(
  simulation: Simulation,
  tag: ClientTag,
  connection: number,
  events: SimulatedSocketEvents,
): SimulatedSocket {
  const base = endpointPath(simulation, ({ sockJs }) => sockJs)
  const query = `client=${tag}`
  let socket: ReturnType<Simulation['transport']['connect']> | null = null
  const refuse = () => events.closed(1002, 'Cannot connect to server', false)
  const connect = () => {
    events.report({ report: 'transport-tried', transport: 'websocket', deadline: SOCKJS_WEBSOCKET_DEADLINE })
    const session = `${tag}${connection}`.toLowerCase().padEnd(8, '0')
    socket = simulation.transport.connect(
      { path: `${base}/${SOCKJS_SERVER}/${session}/websocket`, query },
      [],
      OWN_ORIGIN,
      {
        onOpen: () => undefined,
        onMessage: (message) => receiveSockJsFrame(message.kind === 'text' ? message.text : '', events),
        onClose: events.closed,
        onRefused: ({ status }) => {
          events.report({ report: 'transport-failed', transport: 'websocket', reason: `${status}` })
          events.closed(2000, 'All transports failed', false)
        },
      },
    )
  }
  simulation.transport.request(
    { method: 'GET', path: `${base}/info`, query: `${query}&t=0`, headers: OWN_ORIGIN, body: new Uint8Array() },
    ({ status }) => (status === 200 ? connect() : refuse()),
  )
  return {
    send: (text) => {
      const frame = JSON.stringify([text])
      events.carried(frame)
      socket?.send({ kind: 'text', text: frame })
    },
    close: () => socket?.close(),
  }
}

/** SockJS protocol, Framing: `o`, `h`, `a[…]`, `c[…]`. */
function receiveSockJsFrame(frame: string, { carried, opened, received }: SimulatedSocketEvents): void {
  carried(frame)
  if (frame === 'o') opened('websocket')
  if (frame.startsWith('a')) for (const text of JSON.parse(frame.slice(1)) as string[]) received(text)
}

type Endpoint = Simulation['lab']['hello']['config']['endpoints'][number]

/** The first endpoint of that kind, as a page chooses it. */
function endpointPath({ lab }: Simulation, isWanted: (endpoint: Endpoint) => boolean): string {
  const endpoint = lab.hello.config.endpoints.find(isWanted)
  if (endpoint === undefined) throw new Error(`the configuration ${lab.hello.config.name} has no such endpoint`)
  return endpoint.path
}
