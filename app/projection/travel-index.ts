import type { EventLog, TraceEvent } from '#trace'
import { EdgePasses } from './edge-passes.ts'
import type { LogIndex } from './log-index.ts'
import { upperBound } from './partition-point.ts'
import { SeqColumn } from './seq-column.ts'
import type { DetailLevel } from './token.ts'
import type { TraitsIndex } from './traits-index.ts'
import { type Edge, travelTo, travelToClient } from './travel.ts'

/** One way of an event's token. */
export interface Travel {
  readonly edge: Edge
  /** How many passes of the edge the token stands for. */
  readonly weight: number
}

export interface EdgeTraffic {
  readonly edge: Edge
  readonly level: DetailLevel
  /** Messages in the last real second before the cursor. */
  readonly perSecond: number
}

/** Columns of the two ways of an event: to its place, and on to the client. */
interface Way {
  /** Index of the edge, -1: no way. */
  readonly edge: SeqColumn
  readonly weight: SeqColumn
}

/** Which edges every event's token takes, and which tokens are drawn under load. */
export class TravelIndex implements LogIndex {
  readonly #traits: TraitsIndex
  readonly #arriving: Way = { edge: new SeqColumn(), weight: new SeqColumn() }
  readonly #leaving: Way = { edge: new SeqColumn(), weight: new SeqColumn() }
  readonly #passes: EdgePasses[] = []
  /** Events of which a token is drawn, in order. */
  #drawn: number[] = []
  readonly #places = new Map<Edge, number>()

  /** @param traits has read each event before this index does */
  constructor(traits: TraitsIndex) {
    this.#traits = traits
  }

  read(event: TraceEvent, log: EventLog): void {
    const traits = this.#traits.of(event.seq)
    const moves = traits?.folded !== true
    const cause = event.cause === null ? undefined : log.at(event.cause)
    const isError = traits?.shape === 'error'
    const arrives = this.#add(this.#arriving, event, moves ? travelTo(event, cause) : null, isError)
    const leaves = this.#add(this.#leaving, event, moves ? travelToClient(event) : null, isError)
    if (arrives || leaves) this.#drawn.push(event.seq)
  }

  forget(first: number): void {
    for (const column of [this.#arriving.edge, this.#arriving.weight, this.#leaving.edge, this.#leaving.weight]) {
      column.forget(first)
    }
    for (const passes of this.#passes) passes.forget(first)
    this.#drawn = this.#drawn.slice(upperBound(this.#drawn, first - 1))
  }

  /** The events of `[from, to)` of which a token is drawn: under load few. */
  drawn(from: number, to: number): readonly number[] {
    return this.#drawn.slice(upperBound(this.#drawn, from - 1), upperBound(this.#drawn, to - 1))
  }

  /** The way to an event's place. */
  arriving(seq: number): Travel | null {
    return this.#travel(this.#arriving, seq)
  }

  /** The way from an event's place to the client. */
  leaving(seq: number): Travel | null {
    return this.#travel(this.#leaving, seq)
  }

  /** Edges above level 0, as busy as they were at the cursor. */
  trafficAt(log: EventLog, cursor: number): readonly EdgeTraffic[] {
    const at = log.at(cursor - 1)?.at ?? 0
    return this.#passes
      .map((passes) => ({ edge: passes.edge, ...passes.trafficAt(cursor, at) }))
      .filter((traffic) => traffic.level > 0)
  }

  /** @returns whether its token is drawn */
  #add(way: Way, event: TraceEvent, edge: Edge | null, always: boolean): boolean {
    const place = edge === null ? -1 : this.#place(edge)
    way.edge.push(event.seq, place)
    const weight = this.#passes[place]?.add(event.seq, event.at, always) ?? 0
    way.weight.push(event.seq, weight)
    return weight > 0
  }

  #travel(way: Way, seq: number): Travel | null {
    const passes = this.#passes[way.edge.at(seq) ?? -1]
    return passes === undefined ? null : { edge: passes.edge, weight: way.weight.at(seq) ?? 0 }
  }

  #place(edge: Edge): number {
    const known = this.#places.get(edge)
    if (known !== undefined) return known
    const place = this.#passes.push(new EdgePasses(edge)) - 1
    this.#places.set(edge, place)
    return place
  }
}
