import type { EventLog, TraceEvent } from '#trace'
import { catchUpRate, hopTime, isBusy, isLate, LAG_LIMIT_MS, LOAD_WINDOW_MS, TRAVEL_MS } from './display-timing.ts'
import type { LogIndex } from './log-index.ts'
import { SeqColumn } from './seq-column.ts'
import type { TraitsIndex } from './traits-index.ts'
import { travelTo, travelToClient } from './travel.ts'

/**
 * When each event is shown, on the display clock: a pure function of the log.
 *
 * An event is *due* one hop after its cause; branches of one cause are due together, and that is when their tokens
 * arrive. What comes from outside, and what a client reports, waits until everything before has arrived, also on the
 * last way from the server to the client. What does not move takes no time, and idle time takes none. The cursor counts
 * events in the order of the log, so an event is *shown* when it and all before it are due.
 */
export class DisplaySchedule implements LogIndex {
  readonly #traits: TraitsIndex
  readonly #due = new SeqColumn()
  readonly #shown = new SeqColumn()
  /** Real times of the newest beginnings, oldest first. */
  #beginnings: number[] = []
  #newestAt = 0
  /** Where a display that follows the log is at the real time of the newest event. */
  #now = 0
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
    this.#passTime(event.at, travels && event.cause === null)

    const due = Math.max(folded ? this.#newestShown : this.#dueTime(event, travels), this.#newestShown - LAG_LIMIT_MS)
    const shown = Math.max(due, this.#newestShown)
    this.#due.push(event.seq, due)
    this.#shown.push(event.seq, shown)
    this.#newestShown = shown
    const goesOn = !folded && travelToClient(event) !== null
    this.#arrived = Math.max(this.#arrived, shown, goesOn ? due + this.#hop : 0)
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

  /** Whether a display that follows the log is too far behind its newest event. */
  get late(): boolean {
    return isLate(this.#rest - this.#now, this.busy)
  }

  get #everythingArrived(): number {
    return this.busy ? this.#arrived : this.#rest
  }

  get #hop(): number {
    return hopTime(this.#beginnings.length)
  }

  #passTime(at: number, begins: boolean): void {
    const passed = (at - this.#newestAt) * catchUpRate(this.#rest - this.#now, this.busy)
    this.#now = Math.min(this.#rest, this.#now + Math.max(0, passed))
    this.#newestAt = at
    if (begins) this.#beginnings.push(at)
    this.#beginnings = dropBefore(this.#beginnings, at - LOAD_WINDOW_MS)
  }

  /** Hops shrink under load; then what comes is announced so early that its token is seen on its whole way. */
  #dueTime(event: TraceEvent, travels: boolean): number {
    const departure = this.#departure(event)
    if (!travels) return departure
    return Math.max(departure + this.#hop, this.#now + TRAVEL_MS)
  }

  #departure(event: TraceEvent): number {
    const waits = event.cause === null || event.type === 'client.reported'
    const before = waits ? this.#everythingArrived : this.dueOf(event.cause)
    return Math.max(before, this.#now)
  }
}

function dropBefore(times: number[], limit: number): number[] {
  const gone = times.findIndex((time) => time > limit)
  return gone === 0 ? times : gone === -1 ? [] : times.slice(gone)
}
