import { EventFilter } from '../filter/event-filter.ts'
import { parseFilter } from '../filter/parse-filter.ts'
import type { LogIndexes } from '../log-indexes.ts'
import { upperBound } from '../partition-point.ts'
import { SeqColumn } from '../seq-column.ts'
import { TickLanes } from '../timeline/tick-lanes.ts'

/** Where a cursor is among the matches. */
export interface MatchPosition {
  /** Matches that begin before the cursor. */
  readonly position: number
  readonly total: number
  /** The newest of them is the step that the cursor shows. */
  readonly isHere: boolean
}

/**
 * What a search finds in a log, grown with it. A match is the step in which something begins to match: what it causes
 * matches as well, and would count one message once a hop. What the filter hides is not found.
 */
export class TraceMatches {
  readonly #indexes: LogIndexes
  #search = ''
  #filterText = ''
  #filter: EventFilter
  /** 1: the event matches. */
  #matching = new SeqColumn()
  #beginnings: number[] = []
  #ticks = new TickLanes()
  #next = 0

  constructor(indexes: LogIndexes) {
    this.#indexes = indexes
    this.#filter = new EventFilter([], indexes)
  }

  /** Whether an event matches; never without a search. */
  finds(search: string, filter: string, seq: number): boolean {
    this.#catchUp(search, filter)
    return this.#matching.at(seq) === 1
  }

  /** `seq` of the events with which matches begin, in order; one a step. */
  beginnings(search: string, filter: string): readonly number[] {
    this.#catchUp(search, filter)
    return this.#beginnings
  }

  /** Ticks of a timeline that match. */
  ticks(search: string, filter: string): TickLanes {
    this.#catchUp(search, filter)
    return this.#ticks
  }

  positionAt(search: string, filter: string, cursor: number): MatchPosition {
    const beginnings = this.beginnings(search, filter)
    const position = upperBound(beginnings, cursor - 1)
    return { position, total: beginnings.length, isHere: this.#isShown(beginnings[position - 1], cursor) }
  }

  /** The nearest match after or before what the cursor shows, round the end; undefined: there is none. */
  nearest(search: string, filter: string, cursor: number, direction: 1 | -1): number | undefined {
    const beginnings = this.beginnings(search, filter)
    const { position, isHere } = this.positionAt(search, filter, cursor)
    const index = direction === 1 ? position : position - (isHere ? 2 : 1)
    return beginnings[index] ?? beginnings.at(direction === 1 ? 0 : -1)
  }

  #isShown(seq: number | undefined, cursor: number): boolean {
    const { steps } = this.#indexes
    return seq !== undefined && steps.stepOf(seq) === steps.stepsAt(cursor)
  }

  #catchUp(search: string, filter: string): void {
    if (search !== this.#search || filter !== this.#filterText) this.#begin(search, filter)
    if (search.trim() === '') return
    const { log, steps, timeline } = this.#indexes
    if (log.first > this.#matching.first) {
      this.#matching.forget(log.first)
      this.#ticks.forget(log.first)
      if ((this.#beginnings[0] ?? log.first) < log.first)
        this.#beginnings = this.#beginnings.slice(upperBound(this.#beginnings, log.first - 1))
    }
    const from = this.#next
    for (this.#next = Math.max(this.#next, log.first); this.#next < log.next; this.#next++) {
      const event = log.at(this.#next)
      if (event === undefined) break
      const matches = this.#filter.passes(event)
      this.#matching.push(event.seq, matches ? 1 : 0)
      if (!matches || (event.cause !== null && this.#matching.at(event.cause) === 1)) continue
      if (steps.stepOf(event.seq) !== steps.stepOf(this.#beginnings.at(-1) ?? -1)) this.#beginnings.push(event.seq)
    }
    if (this.#next === from) return
    for (const tick of timeline.since(from)) if (this.#matching.at(tick.seq) === 1) this.#ticks.add(tick)
  }

  #begin(search: string, filter: string): void {
    this.#search = search
    this.#filterText = filter
    this.#filter = new EventFilter([...termsOf(search), ...termsOf(filter)], this.#indexes)
    this.#matching = new SeqColumn()
    this.#beginnings = []
    this.#ticks = new TickLanes()
    this.#next = this.#indexes.log.first
  }
}

/** What cannot be read asks nothing. */
const termsOf = (text: string) => parseFilter(text).terms ?? []
