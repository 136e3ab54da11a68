import {
  beginsStep,
  type LabConfiguration,
  type LabSnapshot,
  MessageNumbering,
  type SnapshotSession,
  type SubscriptionRef,
  type TraceEvent,
} from '../trace/index.ts'

type Subscription = SubscriptionRef & { readonly destination: string }

/** How many sent frames stay findable for a client's `callback-called`. */
const REMEMBERED_FRAMES = 20_000

/** What the trace so far adds up to: the content of the next `lab.snapshot`, and where a client's report belongs. */
export class LabLedger {
  readonly #sessions = new Map<string, SnapshotSession>()
  readonly #subscriptions = new Map<string, Subscription>()
  readonly #messages = new MessageNumbering()
  #stepCount = 0
  /** `seq` of the `stomp.frame-encoded` by session and message id; CONNECTED has an empty message id. */
  readonly #encoded = new Map<string, number>()
  /** `seq` of each client's newest report. */
  readonly #reports = new Map<string, number>()
  #config: LabConfiguration

  constructor(config: LabConfiguration) {
    this.#config = config
  }

  /** @param at the trace so far, where causes are looked up */
  observe(event: TraceEvent, at: (seq: number) => TraceEvent | undefined): void {
    if (beginsStep(event, event.cause === null ? undefined : at(event.cause))) this.#stepCount++
    this.#messages.observe(event, at)
    switch (event.type) {
      case 'websocket.opened':
        if (event.session !== null) this.#open(event.session, event.client, event.transport)
        break
      case 'websocket.closed':
        if (event.session !== null) this.#close(event.session)
        break
      case 'stomp.frame-encoded':
        this.#encodedFrame(event.session, event.frame.command, event.frame.headers, event.seq)
        break
      case 'event.published':
        if (event.event === 'SessionConnectedEvent' && event.session !== null)
          this.#connected(event.session, event.user)
        break
      case 'broker.subscribed':
        this.#subscriptions.set(`${event.session} ${event.subscription}`, event)
        break
      case 'broker.unsubscribed':
        this.#subscriptions.delete(`${event.session} ${event.subscription}`)
        break
      case 'client.reported':
        if (event.client !== null) this.#reports.set(event.client, event.seq)
        break
      case 'config.changed':
        this.#config = event.after
        this.#forgetBroker()
        break
      case 'lab.restarted':
        this.#forgetBroker()
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
      faults: [],
      gates: [],
      counters: { messages: this.#messages.count, steps: this.#stepCount },
    }
  }

  /** The frame that a client's callback was called with. */
  encodedFrame(session: string, messageId: string): number | null {
    return this.#encoded.get(`${session} ${messageId}`) ?? null
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

  /** What CONNECTED told the client. */
  #announced(id: string, connected: ReadonlyMap<string, string>): void {
    const session = this.#sessions.get(id)
    const [outgoing = 0, incoming = 0] = (connected.get('heart-beat') ?? '').split(',').map(Number)
    const stompVersion = connected.get('version')
    if (session)
      this.#sessions.set(id, { ...session, heartbeat: [outgoing, incoming], ...(stompVersion && { stompVersion }) })
  }

  /** A broker that stops unsubscribes nobody. */
  #forgetBroker(): void {
    this.#subscriptions.clear()
  }

  #close(id: string): void {
    this.#sessions.delete(id)
    this.#encoded.delete(`${id} `)
  }

  #encodedFrame(
    session: string | null,
    command: string,
    headers: readonly (readonly [string, string])[],
    seq: number,
  ): void {
    if (session === null) return
    if (command === 'CONNECTED') {
      this.#encoded.set(`${session} `, seq)
      this.#announced(session, new Map(headers))
    }
    if (command !== 'MESSAGE') return
    const messageId = headers.find(([name]) => name === 'message-id')?.[1]
    if (messageId === undefined) return
    this.#encoded.set(`${session} ${messageId}`, seq)
    if (this.#encoded.size > REMEMBERED_FRAMES) {
      const oldest = this.#encoded.keys().next().value
      if (oldest !== undefined) this.#encoded.delete(oldest)
    }
  }
}
