import type { EventLog, TraceEvent } from '#trace'
import { hopTime, IDLE_MS, isBusy, LAG_LIMIT_MS, LOAD_WINDOW_MS, TRAVEL_MS } from './display-timing.ts'
import type { LogIndex } from './log-index.ts'
import { SeqColumn } from './seq-column.ts'
import type { TraitsIndex } from './traits-index.ts'
import { travelTo, travelToClient } from './travel.ts'

/**
 * When each event is shown, on the display clock: a pure function of the log.
 *
 * An event is *due* one hop after its cause; branches of one cause are due together, and that is when their tokens
 * arrive. What comes from outside, what a client reports, and what follows an idle second waits until everything before
 * has arrived, also on the last way from the server to the client. What does not move takes no time. The cursor counts
 * events in the order of the log, so an event is *shown* when it and all before it are due.
 */
export class DisplaySchedule implements LogIndex {
  readonly #traits: TraitsIndex
  readonly #due = new SeqColumn()
  readonly #shown = new SeqColumn()
  /** Real times of the newest beginnings, oldest first. */
  #beginnings: number[] = []
  #newestAt = Number.NEGATIVE_INFINITY
  #newestShown = 0
  /** When everything so far has arrived, hop by hop. */
  #arrived = 0
  #rest = 0

  /** @param traits has read each event before this index does */
  constructor(traits: TraitsIndex) {
    this.#traits = traits
  }

  read(event: TraceEvent, log: EventLog): void {
    const folded = this.#traits.of(event.seq)?.folded ?? false
    const cause = event.cause === null ? undefined : log.at(event.cause)
    const travels = !folded && travelTo(event, cause) !== null
    if (travels && event.cause === null) this.#beginnings.push(event.at)
    this.#beginnings = dropBefore(this.#beginnings, event.at - LOAD_WINDOW_MS)

    const hop = hopTime(this.#beginnings.length)
    const planned = folded ? this.#newestShown : this.#departure(event) + (travels ? hop : 0)
    const due = Math.max(planned, this.#newestShown - LAG_LIMIT_MS)
    const shown = Math.max(due, this.#newestShown)
    this.#due.push(event.seq, due)
    this.#shown.push(event.seq, shown)
    this.#newestShown = shown
    this.#newestAt = event.at
    const goesOn = !folded && travelToClient(event) !== null
    this.#arrived = Math.max(this.#arrived, shown, goesOn ? due + hop : 0)
    this.#rest = Math.max(this.#rest, shown, goesOn ? due + TRAVEL_MS : 0)
  }

  forget(first: number): void {
    this.#due.forget(first)
    this.#shown.forget(first)
  }

  /** When the token of an event arrives. */
  dueOf(seq: number): number {
    return this.#due.at(seq) ?? this.shownAt(seq)
  }

  /** When the cursor passes an event; what was evicted counts as long ago, what is not there yet as the end. */
  shownAt(seq: number): number {
    if (seq < this.#shown.first) return (this.#shown.at(this.#shown.first) ?? 0) - TRAVEL_MS
    return this.#shown.at(seq) ?? this.#newestShown
  }

  /** The cursor at a display time. */
  cursorAt(displayTime: number): number {
    return this.#shown.upperBound(displayTime)
  }

  /** The display time at which nothing of the log is under way any more. */
  get rest(): number {
    return this.#rest
  }

  /** Whether the newest traffic is more than can be followed hop by hop. */
  get busy(): boolean {
    return isBusy(this.#beginnings.length)
  }

  #departure(event: TraceEvent): number {
    if (event.at - this.#newestAt > IDLE_MS) return this.#rest
    if (event.cause !== null && event.type !== 'client.reported') return this.dueOf(event.cause)
    return this.busy ? this.#arrived : this.#rest
  }
}

function dropBefore(times: number[], limit: number): number[] {
  const gone = times.findIndex((time) => time > limit)
  return gone === 0 ? times : gone === -1 ? [] : times.slice(gone)
}
