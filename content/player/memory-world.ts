import { createSimulation, type Simulation } from '#simulation'
import { type ClientTag, type FaultChange, RECORDING_VERSION, type Recording } from '#trace'
import type { ConnectStep, OpenStep, RequestStep, SendStep, SubscribeStep } from '../scenarios/scenario.ts'
import type { ScenarioWorld } from './scenario-world.ts'
import { SimulatedStompClient } from './simulated-stomp-client.ts'

type SimulatedWebSocket = ReturnType<Simulation['transport']['connect']>

/** Milliseconds that a step is given: longer than anything takes, shorter than a client's heart-beat. */
const QUIET = 500

/** A scenario played in memory: the whole server on virtual time, and clients that write what real ones write. */
export class MemoryWorld implements ScenarioWorld {
  readonly #simulation: Simulation
  readonly #clients = new Map<ClientTag, SimulatedStompClient>()
  readonly #sockets = new Map<ClientTag, SimulatedWebSocket>()
  readonly #connections = new Map<ClientTag, number>()
  readonly #texts: string[] = []
  readonly #encoder = new TextEncoder()

  /** @param configuration its name; undefined: the default one */
  constructor(configuration: string | undefined) {
    this.#simulation = createSimulation(configuration === undefined ? {} : { config: configuration })
    this.#simulation.scheduler.advance(QUIET)
  }

  connect(step: ConnectStep): void {
    const connection = (this.#connections.get(step.client) ?? 0) + 1
    this.#connections.set(step.client, connection)
    this.#clients.set(step.client, new SimulatedStompClient(this.#simulation, step, connection, this.#carried))
  }

  disconnect(client: ClientTag): void {
    this.#client(client).disconnect()
  }

  kill(client: ClientTag): void {
    const { lab } = this.#simulation
    for (let seq = lab.ring.next - 1; seq >= lab.ring.first; seq -= 1) {
      const event = lab.ring.at(seq)
      if (event?.client !== client || event.session === null) continue
      lab.execute({ command: 'kill', session: event.session })
      return
    }
    throw new Error(`client ${client} has no session`)
  }

  subscribe(step: SubscribeStep): void {
    this.#client(step.client).subscribe(step)
  }

  unsubscribe(client: ClientTag, id: string): void {
    this.#client(client).unsubscribe(id)
  }

  send(step: SendStep): void {
    this.#client(step.client).send(step)
  }

  open({ client, path = '/ws', protocols = [], headers = {} }: OpenStep): void {
    const { pathname, query } = parts(path)
    const nothing = () => undefined
    this.#sockets.set(
      client,
      this.#simulation.transport.connect(
        { path: pathname, query: [query, `client=${client}`].filter((part) => part !== '').join('&') },
        protocols,
        Object.entries({ Origin: 'http://localhost', ...headers }),
        {
          onOpen: nothing,
          onMessage: (message) => {
            if (message.kind === 'text') this.#carried(message.text)
          },
          onClose: nothing,
          onRefused: nothing,
        },
      ),
    )
  }

  write(client: ClientTag, texts: readonly string[]): void {
    for (const text of texts) {
      this.#carried(text)
      this.#socket(client).send({ kind: 'text', text })
    }
  }

  writeOctets(client: ClientTag, octets: readonly number[]): void {
    this.#socket(client).send({ kind: 'binary', octets: Uint8Array.from(octets) })
  }

  writeWire(client: ClientTag, octets: readonly number[]): void {
    this.#socket(client).write(Uint8Array.from(octets))
  }

  close(client: ClientTag, code: number | undefined, reason: string | undefined): void {
    this.#socket(client).close(code, reason)
  }

  request({ method, path, headers = {}, body = '' }: RequestStep): void {
    const { pathname, query } = parts(path)
    this.#simulation.transport.request(
      { method, path: pathname, query, headers: Object.entries(headers), body: this.#encoder.encode(body) },
      () => undefined,
    )
  }

  publish(destination: string, body: string, user: string | undefined): void {
    this.#simulation.lab.execute({ command: 'publish', destination, body, ...(user !== undefined && { user }) })
  }

  setFault(change: FaultChange): void {
    this.#simulation.lab.execute({ command: 'set-faults', faults: [change] })
  }

  async settle(wait: number): Promise<void> {
    this.#simulation.scheduler.advance(wait + QUIET)
  }

  /** What WebSocket messages and SockJS said so far, both ways and of every client, as it stood on the wire. */
  get texts(): readonly string[] {
    return this.#texts
  }

  /** What has happened so far. */
  recording(): Recording {
    const { hello, ring } = this.#simulation.lab
    return {
      header: { frameflow: RECORDING_VERSION, lab: hello.lab, config: hello.config },
      events: ring.range(ring.first, ring.next),
    }
  }

  readonly #carried = (text: string): void => {
    this.#texts.push(text)
  }

  #client(tag: ClientTag): SimulatedStompClient {
    return known(this.#clients.get(tag), tag)
  }

  #socket(tag: ClientTag): SimulatedWebSocket {
    return known(this.#sockets.get(tag), tag)
  }
}

function known<T>(client: T | undefined, tag: ClientTag): T {
  if (client === undefined) throw new Error(`no step has connected or opened client ${tag}`)
  return client
}

const parts = (path: string): { readonly pathname: string; readonly query: string } => {
  const [pathname = '', query = ''] = path.split('?', 2)
  return { pathname, query }
}
