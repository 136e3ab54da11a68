import { EventFilter } from '../filter/event-filter.ts'
import { parseFilter } from '../filter/parse-filter.ts'
import type { LogIndexes } from '../log-indexes.ts'

/** Which ticks a filter shows, each asked about once. */
export class FilteredTicks {
  readonly #indexes: LogIndexes
  #text = ''
  #filter: EventFilter
  /** By `seq`, of the ticks that were asked about. */
  #passes = new Map<number, boolean>()
  #counted = 0
  #countedFrom = -1
  #shown = 0
  #total = 0

  constructor(indexes: LogIndexes) {
    this.#indexes = indexes
    this.#filter = this.#read('')
  }

  passes(text: string, seq: number): boolean {
    this.#take(text)
    if (this.#filter.isEmpty) return true
    const known = this.#passes.get(seq)
    if (known !== undefined) return known
    const event = this.#indexes.log.at(seq)
    const passes = event !== undefined && this.#filter.passes(event)
    this.#passes.set(seq, passes)
    return passes
  }

  /** How much of what crossed the network or was done the filter shows, heart-beats aside. */
  count(text: string): { readonly shown: number; readonly total: number } {
    this.#take(text)
    const { ticks } = this.#indexes.timeline
    if (this.#countedFrom !== this.#indexes.log.first || this.#counted > ticks.length) this.#forget()
    for (; this.#counted < ticks.length; this.#counted++) {
      const tick = ticks[this.#counted]
      // What happens in the server to a frame is not one more.
      if (tick === undefined || tick.folded || tick.lane === 'server') continue
      this.#total++
      if (this.passes(text, tick.seq)) this.#shown++
    }
    return { shown: this.#shown, total: this.#total }
  }

  #take(text: string): void {
    if (text === this.#text) return
    this.#text = text
    this.#filter = this.#read(text)
    this.#passes = new Map()
    this.#forget()
  }

  #forget(): void {
    this.#counted = 0
    this.#shown = 0
    this.#total = 0
    this.#countedFrom = this.#indexes.log.first
  }

  /** A filter that cannot be read hides nothing. */
  #read(text: string): EventFilter {
    return new EventFilter(parseFilter(text).terms ?? [], this.#indexes)
  }
}
