import type { Simulation } from '#simulation'
import type { ClientReport, ClientTag } from '#trace'
import type { ConnectStep, SendStep, SubscribeStep } from '../scenarios/scenario.ts'
import { openSimulatedSocket, type SimulatedSocket } from './simulated-socket.ts'

/** Milliseconds, both ways: stompjs's own. */
const HEART_BEAT = [10_000, 10_000] as const

/** How many intervals of silence stompjs forgives. */
const TOLERANCE = 2

const JSON_BODY = { 'content-type': 'application/json' } as const

type ScheduledTask = ReturnType<Simulation['scheduler']['schedule']>

/**
 * A client of a page in a simulation: it writes the frames that stompjs 7 writes, and reports what a page reports. It
 * does not reconnect.
 */
export class SimulatedStompClient {
  readonly #simulation: Simulation
  readonly #tag: ClientTag
  readonly #step: ConnectStep
  readonly #socket: SimulatedSocket
  readonly #carried: (text: string) => void
  readonly #subscriptions = new Set<string>()
  readonly #encoder = new TextEncoder()
  #timers: ScheduledTask[] = []
  #nextSubscription = 0
  #heardAt = 0

  /**
   * Connects at once.
   *
   * @param connection counts the tag's connections, from 1
   * @param carried hears of each text that its socket carries, both ways
   */
  constructor(simulation: Simulation, step: ConnectStep, connection: number, carried: (text: string) => void) {
    this.#simulation = simulation
    this.#tag = step.client
    this.#step = step
    this.#carried = carried
    const transport = step.transport ?? 'raw WebSocket'
    this.#report({ report: 'connecting', transport })
    this.#socket = openSimulatedSocket(simulation, transport, step.client, connection, {
      report: (report) => this.#report(report),
      carried,
      opened: (carrier) => this.#opened(carrier),
      received: (text) => this.#received(text),
      closed: (code, reason, wasClean) => this.#closed(code, reason, wasClean),
    })
  }

  subscribe({ destination, id, headers }: SubscribeStep): void {
    const subscription = id ?? `sub-${this.#nextSubscription}`
    this.#nextSubscription += 1
    this.#subscriptions.add(subscription)
    this.#write('SUBSCRIBE', { id: subscription, ...headers, destination })
  }

  unsubscribe(id: string): void {
    this.#subscriptions.delete(id)
    this.#write('UNSUBSCRIBE', { id })
  }

  send({ destination, body, headers }: SendStep): void {
    const length = this.#encoder.encode(body).length
    this.#write(
      'SEND',
      { destination, ...(headers ?? JSON_BODY), ...(length > 0 && { 'content-length': String(length) }) },
      body,
    )
  }

  /** Ends the socket when the receipt is there. */
  disconnect(): void {
    this.#write('DISCONNECT', { receipt: 'close-0' })
  }

  #opened(carrier: string): void {
    const { token, heartBeat = HEART_BEAT } = this.#step
    this.#report({ report: 'transport-opened', transport: carrier })
    this.#write('CONNECT', {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      'accept-version': '1.2,1.1,1.0',
      'heart-beat': heartBeat.join(','),
    })
  }

  #received(text: string): void {
    this.#carried(text)
    this.#heardAt = this.#simulation.scheduler.now()
    const header = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1] ?? ''
    const [command = ''] = text.split('\n', 1)
    if (command === 'CONNECTED') {
      this.#report({ report: 'stomp-connected', version: header('version') })
      this.#beat(header('heart-beat'))
    } else if (command === 'MESSAGE') this.#called(header('subscription'), header('message-id'))
    else if (command === 'RECEIPT' && header('receipt-id') === 'close-0') this.#socket.close()
    else if (command === 'RECEIPT') this.#report({ report: 'unhandled', what: command })
  }

  #called(subscription: string, messageId: string): void {
    const isKnown = this.#subscriptions.has(subscription)
    this.#report(
      isKnown
        ? { report: 'callback-called', subscription, messageId }
        : { report: 'unhandled', what: `MESSAGE ${subscription}` },
    )
  }

  /** STOMP 1.2 §Heart-beating. */
  #beat(ofServer: string): void {
    const [serverOutgoing = 0, serverIncoming = 0] = ofServer.split(',').map(Number)
    const [outgoing, incoming] = this.#step.heartBeat ?? HEART_BEAT
    if (outgoing !== 0 && serverIncoming !== 0)
      this.#every(Math.max(outgoing, serverIncoming), () => this.#socket.send('\n'))
    if (incoming === 0 || serverOutgoing === 0) return
    const interval = Math.max(incoming, serverOutgoing)
    this.#every(interval, () => {
      if (this.#simulation.scheduler.now() - this.#heardAt <= interval * TOLERANCE) return
      this.#report({ report: 'heart-beat-lost' })
      this.#socket.close()
    })
  }

  #every(interval: number, task: () => void): void {
    const index = this.#timers.length
    const again = () => {
      this.#timers[index] = this.#simulation.scheduler.schedule(() => {
        task()
        again()
      }, interval)
    }
    again()
  }

  #closed(code: number, reason: string, wasClean: boolean): void {
    for (const timer of this.#timers.splice(0)) timer.cancel()
    this.#report({ report: 'closed', code, reason, wasClean })
  }

  #write(command: string, headers: Readonly<Record<string, string>>, body = ''): void {
    const written = command === 'CONNECT' ? (value: string) => value : escaped
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${written(value)}`)
    const text = [command, ...lines, '', `${body}\0`].join('\n')
    this.#carried(text)
    this.#socket.send(text)
  }

  #report(report: ClientReport): void {
    this.#simulation.lab.execute({ command: 'report', client: this.#tag, report })
  }
}

/** STOMP 1.2 §Value Encoding. */
const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll(':', '\\c')
