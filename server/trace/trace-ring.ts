import type { TraceEvent } from './trace-event.ts'

/** A part of a trace that can be read: absolute numbers, `[first, next)`. */
export interface EventLog {
  /** Oldest event that is still there. */
  readonly first: number
  /** One past the newest. */
  readonly next: number
  /** Undefined for what was evicted or is not there yet. */
  at(seq: number): TraceEvent | undefined
}

export interface RingLimits {
  readonly events: number
  readonly octets: number
}

/** trace.md rule 6. */
export const RING_LIMITS: RingLimits = { events: 100_000, octets: 64 * 1024 * 1024 }

/**
 * The newest part of a trace. Grows at the end; when over a limit it drops whole stretches up to a `lab.snapshot`, so
 * that a fold always has a beginning (trace.md rule 6).
 */
export class TraceRing implements EventLog {
  readonly #limits: RingLimits
  #events: TraceEvent[] = []
  #sizes: number[] = []
  #octets = 0
  #first: number
  /** `seq` of the snapshots in the ring, oldest first. */
  #snapshots: number[] = []

  constructor(first = 0, limits: RingLimits = RING_LIMITS) {
    this.#first = first
    this.#limits = limits
  }

  get first(): number {
    return this.#first
  }

  get next(): number {
    return this.#first + this.#events.length
  }

  at(seq: number): TraceEvent | undefined {
    return this.#events[seq - this.#first]
  }

  /** Events `[from, to)`, as far as they are there. */
  range(from: number, to: number): readonly TraceEvent[] {
    return this.#events.slice(Math.max(0, from - this.#first), Math.max(0, to - this.#first))
  }

  /**
   * @param octets the event's rough size
   * @returns whether older events were evicted
   */
  append(event: TraceEvent, octets: number): boolean {
    if (event.seq !== this.next) throw new Error(`event ${event.seq} does not follow ${this.next - 1}`)
    this.#events.push(event)
    this.#sizes.push(octets)
    this.#octets += octets
    if (event.type === 'lab.snapshot') this.#snapshots.push(event.seq)
    return this.#evict()
  }

  #evict(): boolean {
    let evicted = false
    while (this.#events.length > this.#limits.events || this.#octets > this.#limits.octets) {
      const beginning = this.#snapshots.find((seq) => seq > this.#first)
      if (beginning === undefined) return evicted
      const count = beginning - this.#first
      for (const size of this.#sizes.slice(0, count)) this.#octets -= size
      this.#events = this.#events.slice(count)
      this.#sizes = this.#sizes.slice(count)
      this.#first = beginning
      this.#snapshots = this.#snapshots.filter((seq) => seq >= beginning)
      evicted = true
    }
    return evicted
  }
}
