import type { EventLog, TraceEvent } from '#trace'
import type { LogIndex } from '../log-index.ts'
import type { TraitsIndex } from '../traits-index.ts'
import { type TimelineTick, tickOf } from './timeline-tick.ts'

/** The ticks of a log, in order. */
export class TimelineIndex implements LogIndex {
  readonly #traits: TraitsIndex
  #ticks: TimelineTick[] = []

  /** @param traits has read each event before this index does */
  constructor(traits: TraitsIndex) {
    this.#traits = traits
  }

  read(event: TraceEvent, _log: EventLog): void {
    const tick = tickOf(event, this.#traits.of(event.seq)?.folded ?? false)
    if (tick !== null) this.#ticks.push(tick)
  }

  forget(first: number): void {
    const kept = this.#ticks.findIndex(({ seq }) => seq >= first)
    this.#ticks = kept === -1 ? [] : this.#ticks.slice(kept)
  }

  get ticks(): readonly TimelineTick[] {
    return this.#ticks
  }

  /** The ticks of `[from, to]`, milliseconds of the lab. */
  between(from: number, to: number): readonly TimelineTick[] {
    return this.#ticks.slice(this.#firstAt(from), this.#firstAt(to + Number.EPSILON * to))
  }

  /** Index of the first tick at `at` or later. */
  #firstAt(at: number): number {
    let low = 0
    let high = this.#ticks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#ticks[middle]?.at ?? Number.POSITIVE_INFINITY) < at) low = middle + 1
      else high = middle
    }
    return low
  }
}
