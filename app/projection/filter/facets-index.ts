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

  read(event: TraceEvent, _log: EventLog): void {
    const handedDown = event.cause === null ? NOBODY : (this.#tellers.at(event.cause) ?? NOBODY)
    this.#tellers.push(event.seq, saysFacets(event) ? event.seq : handedDown)
    if (event.type !== 'stomp.frame-decoded' || this.#destinations.size >= MOST_DESTINATIONS) return
    const { destination } = facetsOf(event)
    if (destination !== null) this.#destinations.add(destination)
  }

  forget(first: number): void {
    this.#tellers.forget(first)
  }

  of(seq: number, log: EventLog): FilterFacets {
    const teller = log.at(this.#tellers.at(seq) ?? NOBODY)
    return teller === undefined ? SILENT : facetsOf(teller)
  }

  /** Where clients sent to and subscribed, the first ones. */
  get destinations(): readonly string[] {
    return [...this.#destinations]
  }
}
