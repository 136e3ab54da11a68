import type { ClientTag, FaultChange } from '#trace'
import type { ScenarioWorld } from '../../content/player/scenario-world.ts'
import type {
  ConnectStep,
  OpenStep,
  RequestStep,
  Scenario,
  SendStep,
  SubscribeStep,
} from '../../content/scenarios/scenario.ts'
import type { PageClock } from '../backend/page-clock.ts'
import { until } from '../backend/until.ts'
import { GREETING_HEADERS } from '../client/greeting-proposal.ts'
import type { LiveClient } from '../client/live-client.ts'
import type { LivePage } from '../client/live-page.ts'
import type { RawClient } from '../composer/raw-client.ts'
import type { TraceStore } from '../trace/trace-store.ts'
import { standsReady } from './ready-clients.ts'

export interface LiveWorldPorts {
  readonly live: Pick<LivePage, 'address' | 'backend' | 'roster'>
  readonly trace: Pick<TraceStore, 'log' | 'subscribe'>
  readonly clock: PageClock
  /** The frame composer's; further ones have no card. */
  readonly composer: RawClient
  readonly createRawClient: () => RawClient
  readonly fetch: typeof fetch
}

/** A client that the scenario speaks through is not connected, though a step needs it. */
export interface ClientMissing {
  readonly client: ClientTag
}

/** How long a step may take to show in the trace, to be answered, and to become quiet; milliseconds. */
const PATIENCE = 5000
/** No event for so long: the lab is quiet. */
const QUIET = 150

/** A scenario played by this page's own clients in its own lab. */
export class LiveWorld implements ScenarioWorld {
  readonly #ports: LiveWorldPorts
  readonly #scenario: Scenario
  readonly #fresh: boolean
  readonly #raw = new Map<ClientTag, RawClient>()
  /** Clients that stood as the scenario's beginning wants them. */
  readonly #ready = new Set<ClientTag>()
  /** Where in the trace the step of now began; null: it had nothing to do. */
  #from: number | null = null
  #missing: ClientMissing | null = null

  /** @param fresh every client connects anew, also one that stands as the scenario wants it */
  constructor(scenario: Scenario, fresh: boolean, ports: LiveWorldPorts) {
    this.#scenario = scenario
    this.#fresh = fresh
    this.#ports = ports
  }

  /** Why the play cannot go on; null: it can. */
  get missing(): ClientMissing | null {
    return this.#missing
  }

  async connect(step: ConnectStep): Promise<void> {
    const client = await this.#seat(step.client)
    if (client === null) return this.#miss(step.client)
    if (!this.#fresh && standsReady(client.state, step, this.#scenario)) {
      this.#ready.add(step.client)
      return
    }
    await this.#leave(client)
    this.#begin()
    client.connect({
      transport: step.transport ?? 'raw WebSocket',
      authorization: step.token === undefined ? null : `Bearer ${step.token}`,
      reconnectDelay: 0,
      ...(step.heartBeat && { heartBeat: step.heartBeat }),
    })
    await this.#until(
      (check) => client.subscribeToState(check),
      () => client.state.status === 'connected' || client.state.status === 'closed',
    )
  }

  async disconnect(tag: ClientTag): Promise<void> {
    const client = this.#client(tag)
    if (client === null) return
    this.#begin()
    await this.#leave(client)
  }

  async kill(tag: ClientTag): Promise<void> {
    const session = this.#sessionOf(tag)
    if (session === null) return this.#miss(tag)
    this.#begin()
    await this.#ports.live.backend.send({ command: 'kill', session })
  }

  subscribe({ client: tag, destination, id, headers }: SubscribeStep): void {
    if (this.#ready.has(tag)) return
    const client = this.#client(tag)
    if (client === null) return
    this.#begin()
    client.subscribe(destination, { id, headers })
  }

  unsubscribe(tag: ClientTag, id: string): void {
    const client = this.#client(tag)
    if (client === null) return
    this.#begin()
    client.unsubscribe(id)
  }

  send({ client: tag, destination, body, headers = GREETING_HEADERS }: SendStep): void {
    const client = this.#client(tag)
    if (client === null) return
    this.#begin()
    client.send(destination, body, headers)
  }

  async open({ client: tag, path = '/ws', protocols = [] }: OpenStep): Promise<void> {
    const raw = this.#raw.get(tag) ?? (this.#raw.size === 0 ? this.#ports.composer : this.#ports.createRawClient())
    this.#raw.set(tag, raw)
    const { trace } = this.#ports
    const before = raw.state
    this.#begin()
    if (before.status === 'open') {
      raw.close()
      await this.#untilEnded(before.tag, trace.log.next)
    }
    await raw.open(path, protocols)
    await this.#until(
      (check) => raw.subscribe(check),
      () => raw.state.status !== 'connecting',
    )
  }

  write(tag: ClientTag, texts: readonly string[]): void {
    this.#writeOn(tag, (raw) => {
      for (const text of texts) raw.write(text)
    })
  }

  writeOctets(tag: ClientTag, octets: readonly number[]): void {
    this.#writeOn(tag, (raw) => raw.writeOctets(Uint8Array.from(octets)))
  }

  writeWire(): never {
    throw new Error('a browser lets nobody write below its WebSocket')
  }

  close(tag: ClientTag, code: number | undefined, reason: string | undefined): void {
    const raw = this.#raw.get(tag)
    if (raw?.state.status !== 'open') return
    this.#begin()
    raw.close(code, reason)
  }

  async request({ method, path, headers = {}, body }: RequestStep): Promise<void> {
    this.#begin()
    try {
      await this.#ports.fetch(this.#ports.live.address.http(path), {
        method,
        headers,
        ...(body !== undefined && { body }),
      })
    } catch {
      // What became of it is in the trace; a browser says no more.
    }
  }

  async publish(destination: string, body: string, user: string | undefined): Promise<void> {
    this.#begin()
    await this.#ports.live.backend.send({
      command: 'publish',
      destination,
      body,
      ...(user !== undefined && { user }),
    })
  }

  async setFault(change: FaultChange): Promise<void> {
    this.#begin()
    await this.#ports.live.backend.send({ command: 'set-faults', faults: [change] })
  }

  async settle(wait: number): Promise<void> {
    const { clock, trace } = this.#ports
    if (wait > 0) await new Promise<void>((resolve) => clock.after(wait, resolve))
    const from = this.#from
    if (from === null) return
    this.#from = null
    await this.#until(trace.subscribe, () => trace.log.next > from)
    await this.#quiet()
  }

  #writeOn(tag: ClientTag, write: (raw: RawClient) => void): void {
    const raw = this.#raw.get(tag)
    if (raw?.state.status !== 'open') {
      this.#miss(tag)
      return
    }
    this.#begin()
    write(raw)
  }

  #begin(): void {
    this.#from = this.#ports.trace.log.next
  }

  /** Each event puts it off; a lab that is never quiet is not waited for. */
  #quiet(): Promise<void> {
    const { clock, trace } = this.#ports
    return new Promise((resolve) => {
      let callOff = clock.after(QUIET, () => end())
      const callOffAll = clock.after(PATIENCE, () => end())
      let next = trace.log.next
      const unwatch = trace.subscribe(() => {
        if (trace.log.next === next) return
        next = trace.log.next
        callOff()
        callOff = clock.after(QUIET, () => end())
      })
      const end = () => {
        unwatch()
        callOff()
        callOffAll()
        resolve()
      }
    })
  }

  async #leave(client: LiveClient): Promise<void> {
    if (!client.active) return
    const from = this.#ports.trace.log.next
    const { tag } = client
    client.disconnect()
    await this.#until(
      (check) => client.subscribeToState(check),
      () => !client.active,
    )
    await this.#untilEnded(tag, from)
  }

  /** Its letter is free again when the server knows that the session is over. */
  #untilEnded(tag: ClientTag | null, from: number): Promise<boolean> {
    const { trace } = this.#ports
    return this.#until(trace.subscribe, () => {
      for (let seq = trace.log.next - 1; seq >= Math.max(from, trace.log.first); seq -= 1) {
        const event = trace.log.at(seq)
        if (event?.type === 'websocket.closed' && event.client === tag) return true
      }
      return false
    })
  }

  /** `A` is this page's first client, whatever letter the lab gave it, and so on. */
  async #seat(tag: ClientTag): Promise<LiveClient | null> {
    const { roster } = this.#ports.live
    const place = tag.charCodeAt(0) - 'A'.charCodeAt(0)
    while (place >= roster.clients.length) {
      const before = roster.clients.length
      await roster.add()
      if (roster.clients.length === before) return null
    }
    return roster.clients[place] ?? null
  }

  #client(tag: ClientTag): LiveClient | null {
    const client = this.#ports.live.roster.clients[tag.charCodeAt(0) - 'A'.charCodeAt(0)]
    if (client?.state.status === 'connected') return client
    this.#miss(tag)
    return null
  }

  #sessionOf(tag: ClientTag): string | null {
    const { log } = this.#ports.trace
    const own = this.#raw.get(tag)?.state.tag ?? this.#client(tag)?.tag
    for (let seq = log.next - 1; seq >= log.first; seq -= 1) {
      const event = log.at(seq)
      if (event?.client === own && event?.session != null) return event.session
    }
    return null
  }

  #miss(client: ClientTag): void {
    this.#missing ??= { client }
  }

  #until(watch: (check: () => void) => () => void, holds: () => boolean): Promise<boolean> {
    return until(this.#ports.clock, PATIENCE, watch, holds)
  }
}
