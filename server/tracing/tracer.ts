import type { CurrentThread } from '../runtime/current-thread.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import type { ClientTag, TraceFact, UnreadEvent, UnreadFact } from '../trace/index.ts'
import { createStamps } from './stamps.ts'

/** Whose connection a stretch of the story is about; facts take client and session from it. */
export interface Conversation {
  client: ClientTag | null
  session: string | null
  /** Who began the closing handshake, and with which fact. */
  closing: { readonly by: 'client' | 'server'; readonly seq: number } | null
  /** What the 101 accepted (RFC 6455 §9.1); empty: nothing. */
  extensions: string
}

/** What is not given comes from what is being worked on now. */
export interface RecordOptions {
  /** Null: it came from outside. */
  readonly cause?: number | null | undefined
  readonly session?: string | null | undefined
  readonly client?: ClientTag | null | undefined
}

export interface TracerPorts {
  readonly scheduler: TaskScheduler
  readonly currentThread: CurrentThread
  /** The tag of a session, living or just ended. */
  readonly clientOf: (session: string) => ClientTag | null
  /** The trace so far, where a cause's session is looked up. */
  readonly at: (seq: number) => UnreadEvent | undefined
  readonly next: () => number
  readonly emit: (event: UnreadEvent) => void
}

interface Scope {
  seq: number | null
  readonly conversation: Conversation | null
}

const NOTHING_SAID: RecordOptions = {}

/**
 * Remembers which event produced each object, and which event each thread works on now. A suspended task leaves its
 * scopes on its own thread, where they are found again when it wakes.
 */
export class Tracer {
  readonly #ports: TracerPorts
  readonly #began: number
  readonly #origin = createStamps<number>()
  /** By thread; there are no more threads than pools have. */
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
  record(fact: TraceFact | UnreadFact, options: RecordOptions = NOTHING_SAID): number {
    const { next, emit, currentThread } = this.#ports
    const scope = this.#top
    const seq = next()
    const cause = options.cause === undefined ? (scope?.seq ?? null) : options.cause
    const session = options.session ?? scope?.conversation?.session ?? this.#event(cause)?.session ?? null
    const client = options.client ?? this.#clientOf(session, scope, cause)
    emit({ seq, at: this.now(), cause, client, session, thread: currentThread.name, fact })
    return seq
  }

  /** Whose connection event `seq` is about. */
  conversationOf(seq: number): Pick<Conversation, 'client' | 'session'> {
    const event = this.#event(seq)
    return { client: event?.client ?? null, session: event?.session ?? null }
  }

  /** What event `seq` told; undefined where it is no longer in the trace. */
  factOf(seq: number): UnreadEvent['fact'] | undefined {
    return this.#event(seq)?.fact
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
    this.#scopes.get(this.#ports.currentThread.name)?.pop()
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

  #clientOf(session: string | null, scope: Scope | undefined, cause: number | null): ClientTag | null {
    const known = session === null ? null : this.#ports.clientOf(session)
    return known ?? scope?.conversation?.client ?? this.#event(cause)?.client ?? null
  }

  #event(seq: number | null): UnreadEvent | undefined {
    return seq === null ? undefined : this.#ports.at(seq)
  }
}
