import type { EventLog, TraceEvent } from '#trace'
import type { Claim } from '../../content/claims/claim.ts'

/** How often a claim was seen in a log, and where last. */
export interface ClaimSeen {
  readonly count: number
  readonly newest: number | null
}

/** As much of a log as is asked at once; a proof is never longer than half of it. */
const STRETCH = 8000

/** As many finds as are counted before somebody else has a turn. */
const TURN = 20

/**
 * Counts a claim over a log that grows, and never asks for a stretch twice that holds no proof but might be the beginning
 * of none: cheap however long the log is.
 */
export class ClaimCount {
  readonly #claim: Claim
  #log: EventLog | null = null
  #from = 0
  /** The log's end when it was asked last. */
  #asked = -1
  #seen: ClaimSeen = { count: 0, newest: null }

  constructor(claim: Claim) {
    this.#claim = claim
  }

  get seen(): ClaimSeen {
    return this.#seen
  }

  /** @returns whether there is more to look at */
  catchUp(log: EventLog): boolean {
    if (this.#log !== log) {
      this.#log = log
      this.#from = log.first
      this.#asked = -1
      this.#seen = { count: 0, newest: null }
    }
    this.#from = Math.max(this.#from, log.first)
    if (this.#asked === log.next) return false
    for (let turn = 0; turn < TURN; turn += 1) if (!this.#look(log)) return false
    return true
  }

  /** @returns whether there is more to look at */
  #look(log: EventLog): boolean {
    const end = Math.min(this.#from + STRETCH, log.next)
    const proof = this.#from < end ? this.#claim(stretch(log, this.#from, end)) : null
    if (proof !== null) {
      this.#seen = { count: this.#seen.count + 1, newest: proof }
      this.#from = proof + 1
      return true
    }
    if (end < log.next) {
      this.#from += STRETCH / 2
      return true
    }
    this.#asked = log.next
    return false
  }
}

function stretch(log: EventLog, from: number, to: number): readonly TraceEvent[] {
  return Array.from({ length: to - from }, (_, index) => log.at(from + index) as TraceEvent)
}
