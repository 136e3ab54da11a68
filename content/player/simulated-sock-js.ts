import type { Simulation } from '#simulation'
import type { ClientTag } from '#trace'
import { OWN_ORIGIN } from './own-origin.ts'
import type { SimulatedSocket, SimulatedSocketEvents } from './simulated-socket.ts'
import {
  openTransport,
  type SimulatedTransport,
  SOCKJS_TRANSPORTS,
  type SockJsTransportName,
} from './simulated-transport.ts'

/** What sockjs-client makes up for a connection; chance has no place in a simulation. */
const SERVER = '000'

/** Round trips that sockjs-client reckons with for each of these transports. */
const ROUND_TRIPS = 2

/** What `/info` says that matters here. */
interface SockJsInfo {
  readonly websocket?: boolean
}

export interface SimulatedSockJsParts {
  /** `/ws` */
  readonly endpoint: string
  /** Null: the choice is sockjs-client's. */
  readonly allowed: readonly SockJsTransportName[] | null
  readonly tag: ClientTag
  /** Counts the tag's connections, from 1. */
  readonly connection: number
}

/** Does what sockjs-client 1.6.1 does in a page of today: `/info`, then one transport after another (sockjs.md 12). */
export class SimulatedSockJs implements SimulatedSocket {
  readonly #simulation: Simulation
  readonly #parts: SimulatedSockJsParts
  readonly #events: SimulatedSocketEvents
  readonly #left: SockJsTransportName[]
  #transport: SimulatedTransport | null = null
  #attempts = 0
  /** Milliseconds that `/info` took. */
  #roundTrip = 0
  #isOpen = false
  #isOver = false

  constructor(simulation: Simulation, parts: SimulatedSockJsParts, events: SimulatedSocketEvents) {
    this.#simulation = simulation
    this.#parts = parts
    this.#events = events
    this.#left = SOCKJS_TRANSPORTS.filter((name) => parts.allowed === null || parts.allowed.includes(name))
    this.#askForInfo()
  }

  send(text: string): void {
    this.#transport?.send(text)
  }

  close(): void {
    this.#transport?.close()
  }

  get #query(): string {
    return `client=${this.#parts.tag}`
  }

  #askForInfo(): void {
    const { scheduler, transport } = this.#simulation
    const asked = scheduler.now()
    transport.request(
      {
        method: 'GET',
        path: `${this.#parts.endpoint}/info`,
        query: `${this.#query}&t=0`,
        headers: OWN_ORIGIN,
        body: new Uint8Array(),
      },
      ({ status, body }) => {
        this.#roundTrip = scheduler.now() - asked
        if (status === 200) this.#begin(JSON.parse(new TextDecoder().decode(body)) as SockJsInfo)
        else this.#end(1002, 'Cannot connect to server', false)
      },
    )
  }

  #begin({ websocket }: SockJsInfo): void {
    if (websocket === false && this.#left[0] === 'websocket') this.#left.shift()
    this.#tryNext()
  }

  #tryNext(): void {
    const name = this.#left.shift()
    if (name === undefined) {
      this.#end(2000, 'All transports failed', false)
      return
    }
    const { endpoint, tag, connection } = this.#parts
    const session = `${`${tag}${connection}`.toLowerCase().padEnd(7, '0')}${this.#attempts++}`
    const deadline = patience(this.#roundTrip) * ROUND_TRIPS
    this.#events.report({ report: 'transport-tried', transport: name, deadline, roundTrip: this.#roundTrip })
    let isTried = true
    const timer = this.#simulation.scheduler.schedule(() => fail(2007, 'Transport timed out'), deadline)
    const fail = (code: number, reason: string): void => {
      if (!isTried) return
      isTried = false
      timer.cancel()
      this.#events.report({ report: 'transport-failed', transport: name, reason: `${code} ${reason}`.trim() })
      transport.close()
      this.#tryNext()
    }
    const transport = openTransport(name, {
      simulation: this.#simulation,
      session: `${endpoint}/${SERVER}/${session}`,
      query: this.#query,
      events: {
        written: this.#events.carried,
        frame: (frame) => {
          if (frame === 'o') {
            isTried = false
            timer.cancel()
            this.#transport = transport
          }
          this.#receive(frame, name)
        },
        closed: (code, reason, wasClean) => {
          if (isTried) fail(code, reason)
          else if (this.#transport === transport) this.#end(code, reason, wasClean)
        },
      },
    })
  }

  /** SockJS protocol, Framing. */
  #receive(frame: string, transport: SockJsTransportName): void {
    this.#events.carried(frame)
    if (frame === 'o') {
      this.#isOpen = true
      this.#events.opened(transport)
    } else if (frame.startsWith('a') && this.#isOpen) {
      for (const text of JSON.parse(frame.slice(1)) as string[]) this.#events.received(text)
    } else if (frame.startsWith('c')) {
      const [code, reason] = JSON.parse(frame.slice(1)) as [number, string]
      this.#end(code, reason, true)
    }
  }

  #end(code: number, reason: string, wasClean: boolean): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#events.closed(code, reason, wasClean)
    this.#transport?.close()
  }
}

/** `rto`: what one round trip may take, from what it took once. */
const patience = (roundTrip: number): number => (roundTrip > 100 ? 4 * roundTrip : 300 + roundTrip)
