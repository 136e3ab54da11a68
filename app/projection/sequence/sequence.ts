import type { LogIndexes } from '../log-indexes.ts'
import { SERVER_PARTICIPANTS, type SequenceDetail, type SequenceParticipant } from './sequence-participant.ts'
import { rowsOf, type SequenceRow } from './sequence-row.ts'

/** Who takes part, and what goes between them. */
export interface Sequence {
  readonly participants: readonly SequenceParticipant[]
  readonly rows: readonly SequenceRow[]
}

/** The rows of a log, grown with it. */
export class SequenceRows {
  readonly #indexes: LogIndexes
  readonly #detail: SequenceDetail
  readonly #passes: (seq: number) => boolean
  #rows: SequenceRow[] = []
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
    const clients = new Set<SequenceParticipant>()
    for (const { from, to } of this.#rows)
      for (const participant of [from, to]) if (participant.startsWith('client:')) clients.add(participant)
    return { participants: [...[...clients].toSorted(), ...SERVER_PARTICIPANTS[this.#detail]], rows: this.#rows }
  }

  #catchUp(): void {
    const { log } = this.#indexes
    const known = this.#rows.findIndex(({ seq }) => seq >= log.first)
    if (known !== 0) this.#rows = known === -1 ? [] : this.#rows.slice(known)
    const added: SequenceRow[] = []
    for (this.#next = Math.max(this.#next, log.first); this.#next < log.next; this.#next++) {
      const event = log.at(this.#next)
      if (event !== undefined && this.#passes(event.seq)) added.push(...rowsOf(event, this.#indexes, this.#detail))
    }
    if (added.length > 0) this.#rows = [...this.#rows, ...added]
  }
}
