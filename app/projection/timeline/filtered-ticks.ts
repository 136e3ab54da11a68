import { EventFilter } from '../filter/event-filter.ts'
import { parseFilter } from '../filter/parse-filter.ts'
import type { LogIndexes } from '../log-indexes.ts'
import { TickLanes } from './tick-lanes.ts'

/** What a filter makes of the ticks of a timeline. */
export interface FilteredLanes {
  readonly shown: TickLanes
  readonly hidden: TickLanes
}

/** Which ticks a filter shows, each asked about once. */
export class FilteredTicks {
  readonly #indexes: LogIndexes
  #text = ''
  #filter: EventFilter
  #lanes: FilteredLanes
  #first = 0
  /** Ticks below this were asked about. */
  #next = 0

  constructor(indexes: LogIndexes) {
    this.#indexes = indexes
    this.#filter = this.#read('')
    this.#lanes = this.#emptyLanes()
  }

  passes(text: string, seq: number): boolean {
    this.#take(text)
    if (this.#filter.isEmpty) return true
    const event = this.#indexes.log.at(seq)
    return event !== undefined && this.#filter.passes(event)
  }

  lanes(text: string): FilteredLanes {
    this.#take(text)
    this.#catchUp()
    return this.#lanes
  }

  /** How much of what crossed the network or was done the filter shows, heart-beats aside. */
  count(text: string): { readonly shown: number; readonly total: number } {
    return { shown: this.lanes(text).shown.counted.length, total: this.#indexes.timeline.lanes.counted.length }
  }

  #take(text: string): void {
    if (text === this.#text) return
    this.#text = text
    this.#filter = this.#read(text)
    this.#lanes = this.#emptyLanes()
    this.#next = 0
  }

  #catchUp(): void {
    const { log, timeline } = this.#indexes
    if (this.#filter.isEmpty) return
    if (log.first > this.#first) {
      this.#first = log.first
      this.#lanes.shown.forget(log.first)
      this.#lanes.hidden.forget(log.first)
    }
    if (this.#next >= log.next) return
    for (const tick of timeline.since(this.#next)) {
      const { shown, hidden } = this.#lanes
      const lanes = this.passes(this.#text, tick.seq) ? shown : hidden
      lanes.add(tick)
    }
    this.#next = log.next
  }

  /** Where nothing is hidden, the index knows the lanes already. */
  #emptyLanes(): FilteredLanes {
    return { shown: this.#filter.isEmpty ? this.#indexes.timeline.lanes : new TickLanes(), hidden: new TickLanes() }
  }

  /** A filter that cannot be read hides nothing. */
  #read(text: string): EventFilter {
    return new EventFilter(parseFilter(text).terms ?? [], this.#indexes)
  }
}
