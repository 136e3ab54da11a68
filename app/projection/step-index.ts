import { beginsStep, type EventLog, type TraceEvent } from '#trace'
import type { LogIndex } from './log-index.ts'
import { SeqColumn } from './seq-column.ts'

/**
 * The steps of a log (trace.md, Step). What follows the event that begins a step belongs to it until the next one
 * begins. Steps are counted from 1 over the whole life of the lab.
 */
export class StepIndex implements LogIndex {
  /** For each event, how many steps have begun when it is over. */
  readonly #begun = new SeqColumn()
  #starts: number[] = []
  /** Steps that began before the first event of the log. */
  #before = 0

  read(event: TraceEvent, log: EventLog): void {
    if (this.#begun.next === this.#begun.first && event.type === 'lab.snapshot') {
      this.#before = event.snapshot.counters.steps
    }
    if (beginsStep(event, event.cause === null ? undefined : log.at(event.cause))) this.#starts.push(event.seq)
    this.#begun.push(event.seq, this.total)
  }

  forget(first: number): void {
    const gone = this.#starts.findIndex((seq) => seq >= first)
    const count = gone === -1 ? this.#starts.length : gone
    this.#starts = this.#starts.slice(count)
    this.#before += count
    this.#begun.forget(first)
  }

  /** Steps that began before the log: the smallest position that can be shown. */
  get before(): number {
    return this.#before
  }

  get total(): number {
    return this.#before + this.#starts.length
  }

  /** The position: steps that have begun among the events before the cursor. */
  stepsAt(cursor: number): number {
    if (cursor <= this.#begun.first) return this.#before
    return this.#begun.at(Math.min(cursor, this.#begun.next) - 1) ?? this.#before
  }

  /** The cursor that shows `step` and nothing of the next. */
  cursorAfter(step: number): number {
    if (step <= this.#before) return this.#begun.first
    return this.#starts[step - this.#before] ?? this.#begun.next
  }

  /** `seq` of the event that begins the step; undefined for what was evicted or is not there yet. */
  startOf(step: number): number | undefined {
    return this.#starts[step - this.#before - 1]
  }

  /** The step that an event belongs to. */
  stepOf(seq: number): number | undefined {
    return this.#begun.at(seq)
  }

  isStart(seq: number): boolean {
    const step = this.stepOf(seq)
    return step !== undefined && this.startOf(step) === seq
  }
}
