import type { ClientTag, UnreadEvent } from '../trace/index.ts'

const NO_CAUSE = -1

/** A stretch of a trace by columns: an event that nobody reads takes no object, and nothing of the garbage collector. */
export class RingSegment {
  #first: number
  #length = 0
  readonly #times: number[] = []
  readonly #causes: number[] = []
  readonly #clients: (ClientTag | null)[] = []
  readonly #sessions: (string | null)[] = []
  readonly #threads: (string | null)[] = []
  readonly #facts: UnreadEvent['fact'][] = []
  #octets = 0

  constructor(first: number) {
    this.#first = first
  }

  /** Begins anew, elsewhere: the columns are there already. */
  reuse(first: number): void {
    this.#first = first
    this.#length = 0
    this.#octets = 0
  }

  get first(): number {
    return this.#first
  }

  /** `seq` of the event that would follow. */
  get next(): number {
    return this.#first + this.#length
  }

  /** Roughly what all of it takes. */
  get octets(): number {
    return this.#octets
  }

  append({ at, cause, client, session, thread, fact }: UnreadEvent): void {
    const index = this.#length++
    this.#times[index] = at
    this.#causes[index] = cause ?? NO_CAUSE
    this.#clients[index] = client
    this.#sessions[index] = session
    this.#threads[index] = thread
    this.#facts[index] = fact
  }

  weigh(octets: number): void {
    this.#octets += octets
  }

  has(seq: number): boolean {
    return seq >= this.#first && seq < this.next
  }

  /** Each for a `seq` that it has. */
  timeOf(seq: number): number {
    return this.#times[seq - this.#first] ?? 0
  }

  causeOf(seq: number): number | null {
    const cause = this.#causes[seq - this.#first] ?? NO_CAUSE
    return cause === NO_CAUSE ? null : cause
  }

  clientOf(seq: number): ClientTag | null {
    return this.#clients[seq - this.#first] ?? null
  }

  sessionOf(seq: number): string | null {
    return this.#sessions[seq - this.#first] ?? null
  }

  threadOf(seq: number): string | null {
    return this.#threads[seq - this.#first] ?? null
  }

  factOf(seq: number): UnreadEvent['fact'] {
    return this.#facts[seq - this.#first] as UnreadEvent['fact']
  }
}
