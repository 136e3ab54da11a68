import {
  type ActiveFault,
  beginsStep,
  factOf,
  type GateBreakpoint,
  type HeldAtGate,
  heartbeatPair,
  type LabConfiguration,
  type LabSnapshot,
  MessageNumbering,
  type SnapshotSession,
  type SubscriptionRef,
  type TracedStompFrame,
  type TraceEvent,
  type UnreadEvent,
  withFault,
} from '../trace/index.ts'

const CONNECTING: ReadonlySet<string> = new Set(['CONNECT', 'STOMP'])

type Subscription = SubscriptionRef & { readonly destination: string }

/** What the trace so far adds up to: the content of the next `lab.snapshot`, and each client's newest report. */
export class LabLedger {
  readonly #sessions = new Map<string, SnapshotSession>()
  readonly #subscriptions = new Map<string, Subscription>()
  readonly #messages = new MessageNumbering()
  #stepCount = 0
  /** `seq` of each client's newest report. */
  readonly #reports = new Map<string, number>()
  #config: LabConfiguration
  #faults: readonly ActiveFault[] = []
  #gates: readonly GateBreakpoint[] = []
  readonly #held = new Map<number, HeldAtGate>()

  constructor(config: LabConfiguration) {
    this.#config = config
  }

  /** @param at the trace so far, where causes are looked up */
  observe(event: TraceEvent | UnreadEvent, at: (seq: number) => TraceEvent | UnreadEvent | undefined): void {
    const fact = factOf(event)
    if (beginsStep(event, event.cause === null ? undefined : at(event.cause))) this.#stepCount++
    this.#messages.observe(event, at)
    switch (fact.type) {
      case 'websocket.opened':
        if (event.session !== null) this.#open(event.session, event.client, fact.transport)
        break
      case 'websocket.closed':
        if (event.session !== null) this.#close(event.session)
        break
      case 'stomp.frame-decoded':
        if (event.session !== null && CONNECTING.has(fact.frame.command)) this.#connects(event.session, fact.frame)
        break
      case 'stomp.frame-encoded':
        if (event.session !== null && this.#isUnannounced(event.session))
          this.#announced(event.session, 'read' in fact ? fact.read(event).frame : fact.frame)
        break
      case 'event.published':
        if (fact.event === 'SessionConnectedEvent' && event.session !== null) this.#connected(event.session, fact.user)
        break
      case 'broker.subscribed':
        this.#subscriptions.set(`${fact.session} ${fact.subscription}`, fact)
        break
      case 'broker.unsubscribed':
        this.#subscriptions.delete(`${fact.session} ${fact.subscription}`)
        break
      case 'client.reported':
        if (event.client !== null) this.#reports.set(event.client, event.seq)
        break
      case 'config.changed':
        this.#config = fact.after
        this.#forgetBroker()
        break
      case 'lab.restarted':
        this.#forgetBroker()
        break
      case 'fault.changed':
        this.#faults = withFault(this.#faults, fact)
        break
      case 'gate.changed':
        this.#gates = fact.after
        break
      case 'gate.held':
        this.#held.set(fact.waiting.held, fact.waiting)
        break
      case 'gate.released':
      case 'gate.dropped':
      case 'gate.expired':
        this.#held.delete(fact.held)
        break
      default:
    }
  }

  snapshot(): LabSnapshot {
    const users = new Map<string, string[]>()
    for (const { id, user } of this.#sessions.values())
      if (user !== null) users.set(user, [...(users.get(user) ?? []), id])
    return {
      config: this.#config,
      sessions: [...this.#sessions.values()],
      subscriptions: [...this.#subscriptions.values()].map(({ session, subscription, destination }) => ({
        session,
        subscription,
        destination,
      })),
      users: [...users].map(([name, sessions]) => ({ name, sessions })),
      faults: this.#faults,
      gates: this.#gates,
      ...(this.#held.size > 0 && { held: [...this.#held.values()] }),
      counters: { messages: this.#messages.count, steps: this.#stepCount },
    }
  }

  /** Events before `first` were evicted. */
  forgetBefore(first: number): void {
    this.#messages.forgetBefore(first)
  }

  lastReport(client: string): number | null {
    return this.#reports.get(client) ?? null
  }

  #open(id: string, client: string | null, transport: string): void {
    this.#sessions.set(id, { id, client, transport, user: null, connected: false })
  }

  #connected(id: string, user: string | null): void {
    const session = this.#sessions.get(id)
    if (session) this.#sessions.set(id, { ...session, user, connected: true })
  }

  /** Nothing but the first frame for a session can be its CONNECTED. */
  #isUnannounced(id: string): boolean {
    const session = this.#sessions.get(id)
    return session !== undefined && session.stompVersion === undefined
  }

  /** What CONNECTED told the client. */
  #announced(id: string, frame: TracedStompFrame): void {
    const session = this.#sessions.get(id)
    if (session === undefined || frame.command !== 'CONNECTED') return
    const stompVersion = new Map(frame.headers).get('version')
    this.#sessions.set(id, { ...session, heartbeat: heartbeatPair(frame), ...(stompVersion && { stompVersion }) })
  }

  #connects(id: string, frame: TracedStompFrame): void {
    const session = this.#sessions.get(id)
    if (session) this.#sessions.set(id, { ...session, clientHeartbeat: heartbeatPair(frame) })
  }

  /** A broker that stops unsubscribes nobody. */
  #forgetBroker(): void {
    this.#subscriptions.clear()
  }

  #close(id: string): void {
    this.#sessions.delete(id)
  }
}
