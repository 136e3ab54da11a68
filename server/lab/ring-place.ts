import type { ClientTag, UnreadEvent } from '../trace/index.ts'
import type { RingSegment } from './ring-segment.ts'

/** The event at a place that moves: who looks at very many events need not make an object of each. */
export class RingPlace implements UnreadEvent {
  #segment: RingSegment
  seq: number

  constructor(segment: RingSegment, seq: number) {
    this.#segment = segment
    this.seq = seq
  }

  moveTo(segment: RingSegment, seq: number): void {
    this.#segment = segment
    this.seq = seq
  }

  get at(): number {
    return this.#segment.timeOf(this.seq)
  }

  get cause(): number | null {
    return this.#segment.causeOf(this.seq)
  }

  get client(): ClientTag | null {
    return this.#segment.clientOf(this.seq)
  }

  get session(): string | null {
    return this.#segment.sessionOf(this.seq)
  }

  get thread(): string | null {
    return this.#segment.threadOf(this.seq)
  }

  get fact(): UnreadEvent['fact'] {
    return this.#segment.factOf(this.seq)
  }
}
