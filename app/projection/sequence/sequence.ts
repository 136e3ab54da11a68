import type { LogIndexes } from '../log-indexes.ts'
import { rowsBefore } from './busy-span.ts'
import { SERVER_PARTICIPANTS, type SequenceDetail, type SequenceParticipant } from './sequence-participant.ts'
import { rowsOf, type SequenceRow } from './sequence-row.ts'

/** Who takes part, and what goes between them. */
export interface Sequence {
  readonly participants: readonly SequenceParticipant[]
  readonly rows: readonly SequenceRow[]
}

/** The rows of a log, grown with it in place. */
export class SequenceRows {
  readonly #indexes: LogIndexes
  readonly #detail: SequenceDetail
  readonly #passes: (seq: number) => boolean
  #rows: SequenceRow[] = []
  #clients = new Set<SequenceParticipant>()
  #next: number

  /** @param passes whether the filter shows an event */
  constructor(indexes: LogIndexes, detail: SequenceDetail, passes: (seq: number) => boolean) {
    this.#indexes = indexes
    this.#detail = detail
    this.#passes = passes
    this.#next = indexes.log.first
  }

  /** Up to date with the log. */
  get sequence(): Sequence {
    this.#catchUp()
    return { participants: [...[...this.#clients].toSorted(), ...SERVER_PARTICIPANTS[this.#detail]], rows: this.#rows }
  }

  #catchUp(): void {
    const { log } = this.#indexes
    if ((this.#rows[0]?.seq ?? log.first) < log.first) this.#forget(log.first)
    for (this.#next = Math.max(this.#next, log.first); this.#next < log.next; this.#next++) {
      const event = log.at(this.#next)
      if (event === undefined || !this.#passes(event.seq)) continue
      for (const row of rowsOf(event, this.#indexes, this.#detail)) this.#add(row)
    }
  }

  #forget(first: number): void {
    const kept = this.#rows.slice(rowsBefore(this.#rows, first))
    this.#rows = []
    this.#clients = new Set()
    for (const row of kept) this.#add(row)
  }

  #add(row: SequenceRow): void {
    this.#rows.push(row)
    for (const participant of [row.from, row.to]) if (participant.startsWith('client:')) this.#clients.add(participant)
  }
}
