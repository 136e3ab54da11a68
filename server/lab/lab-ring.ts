import {
  type EventLog,
  RING_LIMITS,
  type RingLimits,
  readEvent,
  type TraceEvent,
  type UnreadEvent,
} from '../trace/index.ts'
import { RingPlace } from './ring-place.ts'
import { RingSegment } from './ring-segment.ts'

/**
 * The newest part of a lab's trace, as `TraceRing` keeps it for a page: over a limit it drops whole stretches up to a
 * `lab.snapshot` (trace.md rule 6). Here most events are never read, so a plain event is made for its reader only.
 */
export class LabRing implements EventLog {
  readonly #limits: RingLimits
  /** Oldest first; each begins with a `lab.snapshot`. */
  readonly #segments: RingSegment[] = []
  #newest = new RingSegment(0)
  /** The last one that was evicted: memory that lives long is worth keeping. */
  #spare: RingSegment | null = null
  #octets = 0

  constructor(limits: RingLimits = RING_LIMITS) {
    this.#limits = limits
    this.#segments.push(this.#newest)
  }

  get first(): number {
    return this.#segments[0]?.first ?? 0
  }

  get next(): number {
    return this.#newest.next
  }

  at(seq: number): TraceEvent | undefined {
    const event = this.unread(seq)
    return event && readEvent(event)
  }

  /** As `at`, for whoever does not need to read it. */
  unread(seq: number): UnreadEvent | undefined {
    const segment = this.#segmentOf(seq)
    return segment && new RingPlace(segment, seq)
  }

  /** Looks events up, one at a time: what it gives is good until it is asked again. */
  lookup(): (seq: number) => UnreadEvent | undefined {
    const place = new RingPlace(this.#newest, this.first)
    return (seq) => {
      const segment = this.#segmentOf(seq)
      if (segment === undefined) return undefined
      place.moveTo(segment, seq)
      return place
    }
  }

  /** Events `[from, to)`, as far as they are there. */
  range(from: number, to: number): readonly TraceEvent[] {
    const events: TraceEvent[] = []
    const end = Math.min(to, this.next)
    for (let seq = Math.max(from, this.first); seq < end; seq++) {
      const event = this.at(seq)
      if (event !== undefined) events.push(event)
    }
    return events
  }

  append(event: UnreadEvent): void {
    if (event.seq !== this.next) throw new Error(`event ${event.seq} does not follow ${this.next - 1}`)
    if (event.fact.type === 'lab.snapshot' && this.next > this.first) this.#begin(event.seq)
    this.#newest.append(event)
    this.#evict()
  }

  /** Tells the rough size of events that were appended since the newest `lab.snapshot`. */
  weigh(octets: number): void {
    this.#newest.weigh(octets)
    this.#octets += octets
    this.#evict()
  }

  #begin(seq: number): void {
    this.#newest = this.#spare ?? new RingSegment(seq)
    this.#newest.reuse(seq)
    this.#spare = null
    this.#segments.push(this.#newest)
  }

  #evict(): void {
    while (this.#isOverLimit && this.#segments.length > 1) {
      const oldest = this.#segments.shift()
      this.#octets -= oldest?.octets ?? 0
      this.#spare = oldest ?? null
    }
  }

  get #isOverLimit(): boolean {
    return this.next - this.first > this.#limits.events || this.#octets > this.#limits.octets
  }

  /** Mostly something new is looked for. */
  #segmentOf(seq: number): RingSegment | undefined {
    if (this.#newest.has(seq)) return this.#newest
    return this.#segments.findLast((segment) => segment.has(seq))
  }
}
