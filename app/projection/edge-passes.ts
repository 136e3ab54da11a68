import { type Crowding, type EdgeLoad, loadAfter, NO_LOAD, RATE_WINDOW_MS, tokensPerDrawn } from './detail-level.ts'
import { upperBound } from './partition-point.ts'
import type { DetailLevel } from './token.ts'
import type { Edge } from './travel.ts'

/** Something that goes over an edge. */
export interface Pass {
  readonly seq: number
  /** Real time. */
  readonly at: number
  /** What of it crosses the network. */
  readonly octets: number
  /** Never left out. */
  readonly kept: boolean
}

export interface Traffic {
  readonly level: DetailLevel
  /** Passes in the last real second before the cursor. */
  readonly perSecond: number
  readonly octetsPerSecond: number
}

const NO_TRAFFIC: Traffic = { level: 0, perSecond: 0, octetsPerSecond: 0 }

/** Everything that went over one edge, oldest first. */
export class EdgePasses {
  readonly edge: Edge
  #seqs: number[] = []
  #times: number[] = []
  #levels: DetailLevel[] = []
  /** Octets of all passes so far, each pass included. */
  #octets: number[] = []
  #forgottenOctets = 0
  #load: EdgeLoad = NO_LOAD
  #sinceDrawn = 0

  constructor(edge: Edge) {
    this.edge = edge
  }

  /** @returns how many passes its token stands for; 0: it is not drawn */
  add({ seq, at, octets, kept }: Pass, crowding: Crowding): number {
    this.#octets.push(this.#octetsOfFirst(this.#octets.length) + octets)
    this.#seqs.push(seq)
    this.#times.push(at)
    const rate = this.#seqs.length - upperBound(this.#times, at - RATE_WINDOW_MS)
    this.#load = loadAfter(this.#load, rate, crowding, at)
    this.#levels.push(this.#load.level)
    const perDrawn = tokensPerDrawn(this.#load.level, rate)
    if (kept) return 1
    this.#sinceDrawn += 1
    if (this.#sinceDrawn < perDrawn) return 0
    this.#sinceDrawn = 0
    return perDrawn
  }

  /** Of the events before the cursor, seen at the real time `at`. */
  trafficAt(cursor: number, at: number): Traffic {
    const count = upperBound(this.#seqs, cursor - 1)
    const newest = this.#times[count - 1]
    if (newest === undefined || at - newest > RATE_WINDOW_MS) return NO_TRAFFIC
    const before = Math.min(count, upperBound(this.#times, at - RATE_WINDOW_MS))
    return {
      level: this.#levels[count - 1] ?? 0,
      perSecond: count - before,
      octetsPerSecond: this.#octetsOfFirst(count) - this.#octetsOfFirst(before),
    }
  }

  forget(first: number): void {
    const gone = upperBound(this.#seqs, first - 1)
    if (gone === 0) return
    this.#seqs = this.#seqs.slice(gone)
    this.#times = this.#times.slice(gone)
    this.#levels = this.#levels.slice(gone)
    this.#forgottenOctets = this.#octetsOfFirst(gone)
    this.#octets = this.#octets.slice(gone)
  }

  #octetsOfFirst(count: number): number {
    return this.#octets[count - 1] ?? this.#forgottenOctets
  }
}
