import type { EventLog, TraceEvent } from '#trace'
import type { LogIndex } from '../log-index.ts'
import { SeqColumn } from '../seq-column.ts'
import { type FilterFacets, facetsOf, SILENT, saysFacets } from './filter-facets.ts'

const NOBODY = -1

/** How many destinations are offered to somebody who looks for one. */
const MOST_DESTINATIONS = 40

/** What every event is about: what it does not say itself, the nearest of its causes says. */
export class FacetsIndex implements LogIndex {
  /** `seq` of the event that says it. */
  readonly #tellers = new SeqColumn()
  readonly #destinations = new Set<string>()

  read(event: TraceEvent, log: EventLog): void {
    const handedDown = event.cause === null ? NOBODY : (this.#tellers.at(event.cause) ?? NOBODY)
    this.#tellers.push(event.seq, saysFacets(event) ? event.seq : handedDown)
    if (event.type !== 'stomp.frame-decoded') return
    this.#tellCauses(event, log)
    const { destination } = facetsOf(event)
    if (destination !== null && this.#destinations.size < MOST_DESTINATIONS) this.#destinations.add(destination)
  }

  forget(first: number): void {
    this.#tellers.forget(first)
  }

  of(seq: number, log: EventLog): FilterFacets {
    const teller = log.at(this.#tellers.at(seq) ?? NOBODY)
    return teller === undefined ? SILENT : facetsOf(teller)
  }

  /** What brought the octets of a frame is about what they turned out to be. */
  #tellCauses({ seq, cause }: TraceEvent, log: EventLog): void {
    for (let before = cause; before !== null; before = log.at(before)?.cause ?? null) {
      if (this.#tellers.at(before) !== NOBODY) return
      this.#tellers.set(before, seq)
    }
  }

  /** Where clients sent to and subscribed, the first ones. */
  get destinations(): readonly string[] {
    return [...this.#destinations]
  }
}
