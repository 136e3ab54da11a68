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

  append({ at, cause, client, session, thread, fact }: UnreadEvent, octets: number): void {
    const index = this.#length++
    this.#times[index] = at
    this.#causes[index] = cause ?? NO_CAUSE
    this.#clients[index] = client
    this.#sessions[index] = session
    this.#threads[index] = thread
    this.#facts[index] = fact
    this.#octets += octets
  }

  at(seq: number): UnreadEvent | undefined {
    const index = seq - this.#first
    const fact = this.#facts[index]
    if (fact === undefined || index >= this.#length) return undefined
    const cause = this.#causes[index] ?? NO_CAUSE
    return {
      seq,
      at: this.#times[index] ?? 0,
      cause: cause === NO_CAUSE ? null : cause,
      client: this.#clients[index] ?? null,
      session: this.#sessions[index] ?? null,
      thread: this.#threads[index] ?? null,
      fact,
    }
  }
}
