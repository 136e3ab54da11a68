import { type EventLog, MessageNumbering, type TraceEvent } from '#trace'
import type { LogIndex } from './log-index.ts'
import { upperBound } from './partition-point.ts'
import type { StepIndex } from './step-index.ts'

interface MessageRecord {
  /** Starts of its steps, in order. */
  readonly steps: number[]
  newest: number
}

/** Which events belong to message N (trace.md), and what its steps are. */
export class MessageIndex implements LogIndex {
  readonly #steps: StepIndex
  #numbering: MessageNumbering | null = null
  #first = 0
  /** Messages that are forgotten, or were numbered before the log began. */
  #before = 0
  /** By number, from the one after `#before`. */
  #records: MessageRecord[] = []
  /** For each record, the event that gave the message its number. */
  #numberedAt: number[] = []

  /** @param steps has read each event before this index does */
  constructor(steps: StepIndex) {
    this.#steps = steps
  }

  read(event: TraceEvent, log: EventLog): void {
    const numbering = this.#numbering ?? this.#begin(event)
    const count = numbering.count
    numbering.observe(event, (seq) => log.at(seq))
    const number = numbering.numberOf(event.seq)
    if (number === null) return
    if (number > count) this.#open(event, number, numbering, log)
    const record = this.#recordOf(number)
    if (record === undefined) return
    record.newest = event.seq
    if (this.#steps.isStart(event.seq)) record.steps.push(event.seq)
  }

  forget(first: number): void {
    this.#first = first
    this.#numbering?.forgetBefore(first)
    const kept = this.#records.findIndex((record) => record.newest >= first)
    const gone = kept === -1 ? this.#records.length : kept
    this.#before += gone
    this.#records = this.#records.slice(gone)
    this.#numberedAt = this.#numberedAt.slice(gone)
  }

  get total(): number {
    return this.#before + this.#records.length
  }

  /** The message that an event belongs to; null where it belongs to none. */
  numberOf(seq: number): number | null {
    return this.#numbering?.numberOf(seq) ?? null
  }

  /** The same, null where the cursor is before the event that gave the number. */
  numberKnownAt(seq: number, cursor: number): number | null {
    const number = this.numberOf(seq)
    return number !== null && number <= this.countAt(cursor) ? number : null
  }

  /** Messages that had their number before the cursor. */
  countAt(cursor: number): number {
    return this.#before + upperBound(this.#numberedAt, cursor - 1)
  }

  /** Starts of the message's steps, in order, as far as they are in the log. */
  stepsOf(message: number): readonly number[] {
    const steps = this.#recordOf(message)?.steps ?? []
    return (steps[0] ?? 0) >= this.#first ? steps : steps.filter((seq) => seq >= this.#first)
  }

  /** The message of the step that the cursor shows, or of the nearest step before it that has one. */
  shownAt(cursor: number): number | null {
    for (let step = this.#steps.stepsAt(cursor); ; step--) {
      const start = this.#steps.startOf(step)
      if (start === undefined) return null
      const number = this.numberOf(start)
      if (number !== null) return number
    }
  }

  /** Starts of the messages' first steps, in order. */
  beginnings(): readonly number[] {
    return this.#records
      .flatMap((record) => record.steps[0] ?? [])
      .filter((seq) => seq >= this.#first)
      .sort((a, b) => a - b)
  }

  #begin(event: TraceEvent): MessageNumbering {
    this.#first = event.seq
    if (event.type === 'lab.snapshot') this.#before = event.snapshot.counters.messages
    this.#numbering = new MessageNumbering(event.seq, this.#before)
    return this.#numbering
  }

  /** What the event came out of belongs to the message too, since the numbering named it. */
  #open(event: TraceEvent, number: number, numbering: MessageNumbering, log: EventLog): void {
    const steps: number[] = []
    for (let seq = event.cause; seq !== null && numbering.numberOf(seq) === number; seq = log.at(seq)?.cause ?? null) {
      if (this.#steps.isStart(seq)) steps.unshift(seq)
    }
    this.#records.push({ steps, newest: event.seq })
    this.#numberedAt.push(event.seq)
  }

  #recordOf(message: number): MessageRecord | undefined {
    return this.#records[message - this.#before - 1]
  }
}
