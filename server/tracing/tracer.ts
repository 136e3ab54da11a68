import type { CurrentThread } from '../runtime/current-thread.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import type { ClientTag, TraceEvent, TraceFact } from '../trace/index.ts'

/** Whose connection a stretch of the story is about; facts take client and session from it. */
export interface Conversation {
  client: ClientTag | null
  session: string | null
  /** Who began the closing handshake, and with which fact. */
  closing: { readonly by: 'client' | 'server'; readonly seq: number } | null
}

export interface RecordOptions {
  /** Null: it came from outside. Absent: what is being worked on now. */
  readonly cause?: number | null
  readonly session?: string | null
  readonly client?: ClientTag | null
}

export interface TracerPorts {
  readonly scheduler: TaskScheduler
  readonly currentThread: CurrentThread
  /** The tag of a session, living or just ended. */
  readonly clientOf: (session: string) => ClientTag | null
  /** The trace so far, where a cause's session is looked up. */
  readonly at: (seq: number) => TraceEvent | undefined
  readonly next: () => number
  readonly emit: (event: TraceEvent) => void
}

interface Scope {
  seq: number | null
  readonly conversation: Conversation | null
}

/**
 * Remembers which event produced each object, and which event each thread works on now. A suspended task leaves its
 * scopes on its own thread, where they are found again when it wakes.
 */
export class Tracer {
  readonly #ports: TracerPorts
  readonly #began: number
  readonly #origin = new WeakMap<object, number>()
  readonly #scopes = new Map<string | null, Scope[]>()

  constructor(ports: TracerPorts) {
    this.#ports = ports
    this.#began = ports.scheduler.now()
  }

  /** Milliseconds since the lab began. */
  now(): number {
    return this.#ports.scheduler.now() - this.#began
  }

  /** @returns the event's `seq` */
  record(fact: TraceFact, options: RecordOptions = {}): number {
    const { next, at, emit, clientOf, currentThread } = this.#ports
    const seq = next()
    const cause = options.cause === undefined ? this.active : options.cause
    const session = options.session ?? this.conversation?.session ?? this.#inherited(cause)?.session ?? null
    const client =
      options.client ??
      (session === null ? null : clientOf(session)) ??
      this.conversation?.client ??
      (cause === null ? null : (at(cause)?.client ?? null))
    emit({ seq, at: this.now(), cause, client, session, thread: currentThread.name, ...fact })
    return seq
  }

  /** Whose connection event `seq` is about. */
  conversationOf(seq: number): Pick<Conversation, 'client' | 'session'> {
    const event = this.#inherited(seq)
    return { client: event?.client ?? null, session: event?.session ?? null }
  }

  /** `subject` came out of event `seq`: later facts about it have that cause. */
  bind(subject: object, seq: number): void {
    this.#origin.set(subject, seq)
  }

  originOf(subject: object): number | undefined {
    return this.#origin.get(subject)
  }

  /** The event that the current thread works on. */
  get active(): number | null {
    return this.#top?.seq ?? null
  }

  get conversation(): Conversation | null {
    return this.#top?.conversation ?? null
  }

  enter(seq: number | null, conversation: Conversation | null = this.conversation): void {
    const { name } = this.#ports.currentThread
    const scopes = this.#scopes.get(name)
    if (scopes) scopes.push({ seq, conversation })
    else this.#scopes.set(name, [{ seq, conversation }])
  }

  leave(): void {
    const { name } = this.#ports.currentThread
    const scopes = this.#scopes.get(name)
    scopes?.pop()
    if (scopes?.length === 0) this.#scopes.delete(name)
  }

  within<T>(seq: number | null, body: () => T, conversation: Conversation | null = this.conversation): T {
    this.enter(seq, conversation)
    try {
      return body()
    } finally {
      this.leave()
    }
  }

  /** What the current thread does from here on comes from `seq`, until its scope ends. */
  goOnFrom(seq: number): void {
    const top = this.#top
    if (top) top.seq = seq
  }

  get #top(): Scope | undefined {
    return this.#scopes.get(this.#ports.currentThread.name)?.at(-1)
  }

  #inherited(cause: number | null): TraceEvent | undefined {
    return cause === null ? undefined : this.#ports.at(cause)
  }
}
