import type { HttpExchange } from '../http/http-exchange.ts'
import { createMessageBroker, type MessageBroker } from '../message-broker.ts'
import { CurrentThread } from '../runtime/current-thread.ts'
import type { IdGenerator } from '../runtime/id-generator.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import type { FeedHello, KillKind, LabCommand, LabConfiguration, TraceFact } from '../trace/index.ts'
import { NO_SEAMS, type Seams } from '../tracing/seams.ts'
import { Tracer } from '../tracing/tracer.ts'
import { tracingHttpExchange } from '../tracing/tracing-http-exchange.ts'
import { tracingSeams } from '../tracing/tracing-seams.ts'
import { CLOSE_STATUS, type CloseStatus } from '../websocket/close-status.ts'
import { ClientRegistry } from './client-registry.ts'
import { type CommandReply, DONE, refuse } from './command-reply.ts'
import { EventTexts } from './event-texts.ts'
import { freeingTag } from './freeing-tag.ts'
import { HttpThreads } from './http-threads.ts'
import { labClock } from './lab-clock.ts'
import { LabDoorway } from './lab-doorway.ts'
import { fullLab, NO_ENDPOINT } from './lab-refusals.ts'
import type { LabRing } from './lab-ring.ts'
import { LabTrace } from './lab-trace.ts'
import { type RequestOwner, requestOwner } from './request-owner.ts'
import { resolveConfiguration } from './resolve-configuration.ts'
import { SessionDirectory } from './session-directory.ts'

export interface LabOptions {
  readonly id: string
  readonly config: LabConfiguration
  readonly scheduler: TaskScheduler
  readonly ids: IdGenerator
  /** Milliseconds since 1970; absent: always 1970, as on virtual time. */
  readonly wallClock?: () => number
  /** Off: nobody watches, the ring stays empty. */
  readonly traced?: boolean
  readonly sessionLimit?: number
}

/** trace.md, Who may speak. */
const SESSIONS_A_LAB = 500

/** Who gave a command: only pages can. */
const BY_PAGE = 'page'

/** What a configuration change does to sessions: RFC 6455's registry, 1012 Service Restart. */
const SERVICE_RESTART: CloseStatus = { code: 1012, reason: null }

/** One isolated world: a configuration, its channels, broker and clients, and the trace of it all. */
export class Lab {
  readonly #id: string
  readonly #epoch: string
  readonly #scheduler: TaskScheduler
  readonly #ids: IdGenerator
  readonly #wallClock: () => number
  readonly #currentThread = new CurrentThread()
  readonly #threads = new HttpThreads(this.#currentThread)
  readonly #clients = new ClientRegistry()
  readonly #sessions = new SessionDirectory()
  readonly #trace: LabTrace
  /** For the pages that read along. */
  readonly texts: EventTexts
  readonly #tracer: Tracer | null
  readonly #doorway: LabDoorway
  readonly #sessionLimit: number
  readonly #helloListeners = new Set<() => void>()
  #config: LabConfiguration
  #broker: MessageBroker
  #isClosed = false

  constructor(options: LabOptions) {
    this.#id = options.id
    this.#epoch = options.ids.webSocketSessionId()
    this.#config = options.config
    this.#scheduler = options.scheduler
    this.#ids = options.ids
    this.#wallClock = options.wallClock ?? (() => 0)
    this.#sessionLimit = options.sessionLimit ?? SESSIONS_A_LAB
    this.#trace = new LabTrace(options.config)
    this.texts = new EventTexts(this.#trace.ring)
    this.#tracer = options.traced === false ? null : this.#createTracer()
    this.#doorway = this.#createDoorway()
    this.#snapshot()
    this.#broker = this.#createBroker()
  }

  get ring(): LabRing {
    return this.#trace.ring
  }

  get hello(): FeedHello {
    return {
      version: 1,
      epoch: this.#epoch,
      lab: this.#id,
      config: this.#config,
      first: this.ring.first,
      next: this.ring.next,
      now: this.#tracer?.now() ?? 0,
      suggestions: this.#broker.suggestions,
    }
  }

  /** Living sessions. */
  get sessionCount(): number {
    return this.#sessions.size
  }

  /** @returns how to stop listening */
  onChange(listener: () => void): () => void {
    return this.#trace.onChange(listener)
  }

  /** Tells of a `hello` that is not what it was. @returns how to stop listening */
  onHello(listener: () => void): () => void {
    this.#helloListeners.add(listener)
    return () => this.#helloListeners.delete(listener)
  }

  /** Whether a path is one of the lab's: an endpoint or an HTTP controller. */
  owns(path: string): boolean {
    return this.isGuarded(path) || this.#config.endpoints.some((endpoint) => covers(endpoint, path))
  }

  /** The example's HTTP controllers are not the endpoints' lesson about origins (trace.md, Who may speak). */
  isGuarded(path: string): boolean {
    return this.#broker.httpControllerPaths.has(path)
  }

  /** @returns false for a path that is not the lab's */
  handle(exchange: HttpExchange): boolean {
    if (!this.owns(exchange.request.path)) return false
    this.#doorway.carry(exchange, (carried, isForeign) => this.#receive(carried, isForeign))
    return true
  }

  execute(command: LabCommand): CommandReply {
    if (this.#isClosed) return refuse('unknown-lab', `The lab "${this.#id}" was removed.`)
    switch (command.command) {
      case 'claim':
        return { ok: true, value: this.#clients.claim(command.clients, command.page) }
      case 'configure':
        return this.#configure(command.config)
      case 'kill':
        return this.#kill(command)
      case 'mark':
        this.#commanded(
          { type: 'mark.added', station: 'application', label: command.label, by: BY_PAGE },
          () => undefined,
        )
        return DONE
      case 'report':
        return this.#report(command)
      case 'restart':
        this.#commanded({ type: 'lab.restarted', station: 'application', by: BY_PAGE }, () => this.#rebuild())
        return DONE
      case 'publish':
        return this.#publish(command)
      case 'set-faults':
      case 'set-gates':
      case 'release':
      case 'drop':
        return this.#doorway.execute(command)
    }
  }

  /** A page went away, and with it its claims and its breakpoints. */
  leave(page: string): void {
    this.#clients.release(page)
    this.#doorway.leave(page)
  }

  close(status: CloseStatus): void {
    this.#isClosed = true
    this.#broker.stop(status)
  }

  #receive(exchange: HttpExchange, isForeign: boolean): void {
    const onThreads = this.#threads.exchange(freeingTag(exchange, this.#clients))
    const enter = (entering: HttpExchange): void => this.#enter(entering, isForeign)
    this.#threads.run(() => {
      if (this.#tracer === null) enter(onThreads)
      else tracingHttpExchange(onThreads, this.#ownerOf(exchange), this.#tracer, enter)
    })
  }

  #enter(exchange: HttpExchange, isForeign: boolean): void {
    if (this.#broker.handleHttpController(exchange)) return
    this.#doorway.admit(exchange, () => {
      const isFull = this.#sessions.size >= this.#sessionLimit
      if (isFull && this.#ownerOf(exchange).session === null) exchange.respond(fullLab(this.#sessionLimit))
      else if (!this.#broker.handleEndpoint(exchange, isForeign)) exchange.respond(NO_ENDPOINT)
    })
  }

  #ownerOf({ request }: HttpExchange): RequestOwner {
    return requestOwner(request, this.#sessions, this.#clients)
  }

  #createTracer(): Tracer {
    return new Tracer({
      scheduler: this.#scheduler,
      currentThread: this.#currentThread,
      clientOf: (session) => this.#clients.clientOf(session),
      at: (seq) => this.ring.unread(seq),
      next: () => this.ring.next,
      emit: (event) => {
        if (this.#trace.append(event)) this.#snapshot()
      },
    })
  }

  #createDoorway(): LabDoorway {
    return new LabDoorway({
      scheduler: labClock(this.#scheduler),
      ids: this.#ids,
      threads: this.#threads,
      tracer: this.#tracer,
      clientOf: (session) => this.#clients.clientOf(session),
      stop: () => this.#broker.stop(CLOSE_STATUS.goingAway),
      restart: () => {
        this.#tracer?.record({ type: 'lab.restarted', station: 'application', by: 'fault' })
        this.#rebuild()
      },
    })
  }

  #createBroker(): MessageBroker {
    const seams: Seams = this.#tracer === null ? NO_SEAMS : tracingSeams(this.#tracer, this.#clients)
    return createMessageBroker({
      config: this.#config,
      scheduler: this.#scheduler,
      currentThread: this.#currentThread,
      ids: this.#ids,
      wallClock: this.#wallClock,
      seams: {
        ...seams,
        webSocketHandler: (handler) => this.#doorway.watching(this.#sessions.watching(seams.webSocketHandler(handler))),
      },
    })
  }

  #snapshot(): void {
    this.#tracer?.record(
      { type: 'lab.snapshot', station: 'application', snapshot: this.#trace.snapshot() },
      { cause: null },
    )
  }

  #configure(wanted: string | LabConfiguration): CommandReply {
    const resolved = resolveConfiguration(wanted)
    if (!resolved.ok) return resolved
    const { config } = resolved
    const before = this.#config
    this.#config = config
    this.#commanded({ type: 'config.changed', station: 'application', before, after: config, by: BY_PAGE }, () =>
      this.#rebuild(),
    )
    for (const listener of this.#helloListeners) listener()
    return { ok: true, value: { config, suggestions: this.#broker.suggestions } }
  }

  #rebuild(): void {
    this.#broker.stop(SERVICE_RESTART)
    this.#broker = this.#createBroker()
  }

  /** Records what came from outside as a command, and does it on a thread of the network's, as its effect. */
  #commanded<T>(fact: TraceFact, body: () => T, session: string | null = null): T {
    return this.#threads.run(() =>
      this.#tracer === null ? body() : this.#tracer.within(this.#tracer.record(fact, { cause: null, session }), body),
    )
  }

  #kill({ session: id, how = 'reset', code = 1000 }: Extract<LabCommand, { command: 'kill' }>): CommandReply {
    const session = this.#sessions.get(id)
    if (session === undefined) return refuse('unknown-session', `There is no session "${id}".`)
    const kills: Readonly<Record<KillKind, () => void>> = {
      reset: () => session.terminate(),
      close: () => session.close({ code, reason: null }),
      'half-open': () => this.#doorway.silence(id),
    }
    this.#commanded({ type: 'kill.commanded', station: 'network', session: id, how }, kills[how], id)
    return DONE
  }

  #report({ client, report }: Extract<LabCommand, { command: 'report' }>): CommandReply {
    const session = this.#clients.sessionOf(client)
    this.#tracer?.record(
      { type: 'client.reported', station: 'client', ...report },
      { client, session, cause: this.#trace.causeOfReport(client, session, report) },
    )
    return DONE
  }

  #publish({ destination, body, user }: Extract<LabCommand, { command: 'publish' }>): CommandReply {
    const outcome = this.#commanded(
      { type: 'publish.commanded', station: 'application', destination, user: user ?? null, body },
      () => this.#broker.publish(destination, body, user ?? null),
    )
    return outcome.kind === 'threw' ? refuse('invalid', outcome.error.message) : DONE
  }
}

const covers = (endpoint: LabConfiguration['endpoints'][number], path: string): boolean =>
  path === endpoint.path || (endpoint.sockJs && path.startsWith(`${endpoint.path}/`))
