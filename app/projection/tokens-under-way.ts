import { LAG_LIMIT_MS, TRAVEL_MS } from './display-timing.ts'
import { upperBound } from './partition-point.ts'

/** No token arrives earlier than so long before the latest one. */
const LOOKED_BACK_MS = LAG_LIMIT_MS + 2 * TRAVEL_MS

/** Counts the tokens that are under way together, on the display clock. */
export class TokensUnderWay {
  /** When they arrive, in that order. */
  #arrivals: number[] = []

  /**
   * @param arrival of the next token in the order of the log
   * @returns how many are under way while it is, as far as is known, itself included
   */
  add(arrival: number): number {
    const place = upperBound(this.#arrivals, arrival)
    this.#arrivals.splice(place, 0, arrival)
    const gone = upperBound(this.#arrivals, (this.#arrivals.at(-1) ?? 0) - LOOKED_BACK_MS)
    const count = place + 1 - upperBound(this.#arrivals, arrival - TRAVEL_MS)
    // Now and then, since each time copies what is left.
    if (gone > this.#arrivals.length / 2) this.#arrivals = this.#arrivals.slice(gone)
    return count
  }
}
