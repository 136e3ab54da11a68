import { type EdgeLoad, loadAfter, NO_LOAD, RATE_WINDOW_MS, tokensPerDrawn } from './detail-level.ts'
import { upperBound } from './partition-point.ts'
import type { DetailLevel } from './token.ts'
import type { Edge } from './travel.ts'

/** Everything that went over one edge, oldest first. */
export class EdgePasses {
  readonly edge: Edge
  #seqs: number[] = []
  #times: number[] = []
  #levels: DetailLevel[] = []
  #load: EdgeLoad = NO_LOAD
  #sinceDrawn = 0

  constructor(edge: Edge) {
    this.edge = edge
  }

  /**
   * @param at real time
   * @param always never left out
   * @returns how many passes its token stands for; 0: it is not drawn
   */
  add(seq: number, at: number, always: boolean): number {
    this.#seqs.push(seq)
    this.#times.push(at)
    const rate = this.#passes(this.#seqs.length, at)
    this.#load = loadAfter(this.#load, rate, at)
    this.#levels.push(this.#load.level)
    const perDrawn = tokensPerDrawn(this.#load.level, rate)
    if (always) return 1
    this.#sinceDrawn += 1
    if (this.#sinceDrawn < perDrawn) return 0
    this.#sinceDrawn = 0
    return perDrawn
  }

  /** Level and passes of the last second among the events before the cursor, seen at the real time `at`. */
  trafficAt(cursor: number, at: number): { readonly level: DetailLevel; readonly perSecond: number } {
    const count = upperBound(this.#seqs, cursor - 1)
    const newest = this.#times[count - 1]
    if (newest === undefined || at - newest > RATE_WINDOW_MS) return { level: 0, perSecond: 0 }
    return { level: this.#levels[count - 1] ?? 0, perSecond: this.#passes(count, at) }
  }

  forget(first: number): void {
    const gone = upperBound(this.#seqs, first - 1)
    if (gone === 0) return
    this.#seqs = this.#seqs.slice(gone)
    this.#times = this.#times.slice(gone)
    this.#levels = this.#levels.slice(gone)
  }

  /** Passes in the second before `at`, among the first `count`. */
  #passes(count: number, at: number): number {
    return count - Math.min(count, upperBound(this.#times, at - RATE_WINDOW_MS))
  }
}
