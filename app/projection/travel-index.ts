import type { EventLog, TraceEvent } from '#trace'
import { crossingOctets } from './crossing-octets.ts'
import { READABLE_PER_SECOND } from './detail-level.ts'
import type { DisplaySchedule } from './display-schedule.ts'
import { TRAVEL_MS } from './display-timing.ts'
import { EdgePasses, type Pass, type Traffic } from './edge-passes.ts'
import type { LogIndex } from './log-index.ts'
import { upperBound } from './partition-point.ts'
import { RateOfEach } from './rate-of-each.ts'
import { SeqColumn } from './seq-column.ts'
import { StandingOut } from './standing-out.ts'
import { TokensUnderWay } from './tokens-under-way.ts'
import type { TraitsIndex } from './traits-index.ts'
import { type Edge, travelTo, travelToClient } from './travel.ts'

/** One way of an event's token. */
export interface Travel {
  readonly edge: Edge
  /** How many passes of the edge the token stands for; 0: it is left out. */
  readonly weight: number
  /** It stands for itself, and is never left out. */
  readonly kept: boolean
}

export interface EdgeTraffic extends Traffic {
  readonly edge: Edge
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
  readonly #schedule: DisplaySchedule
  readonly #standing = new StandingOut()
  readonly #underWay = new TokensUnderWay()
  readonly #arriving: Way = { edge: new SeqColumn(), weight: new SeqColumn() }
  readonly #leaving: Way = { edge: new SeqColumn(), weight: new SeqColumn() }
  /** 1: its token is never left out. */
  readonly #kept = new SeqColumn()
  /** How often what comes singly passes each edge. */
  readonly #singles = new RateOfEach()
  readonly #passes: EdgePasses[] = []
  /** Events of which a token is drawn, in order. */
  #drawn: number[] = []
  readonly #places = new Map<Edge, number>()

  /** @param traits has read each event before this index does; so has the schedule */
  constructor(traits: TraitsIndex, schedule: DisplaySchedule) {
    this.#traits = traits
    this.#schedule = schedule
  }

  read(event: TraceEvent, log: EventLog): void {
    const { seq } = event
    const traits = this.#traits.of(seq)
    const moves = traits?.folded !== true
    const cause = event.cause === null ? undefined : log.at(event.cause)
    this.#arriving.edge.push(seq, this.#place(moves ? travelTo(event, cause) : null))
    this.#leaving.edge.push(seq, this.#place(moves ? travelToClient(event) : null))
    this.#kept.push(seq, 0)

    const kept = this.#standing.read(event, log).filter((known) => this.#canBeRead(known, log))
    if (traits?.shape === 'error' && !kept.includes(seq)) kept.push(seq)
    const pass = { seq, at: event.at, octets: crossingOctets(event), kept: kept.includes(seq) }
    const due = this.#schedule.dueOf(seq)
    const arrives = this.#pass(this.#arriving, pass, due)
    const leaves = this.#pass(this.#leaving, pass, due + TRAVEL_MS)
    if (arrives || leaves) this.#drawn.push(seq)
    for (const known of kept) this.#keep(known)
  }

  forget(first: number): void {
    for (const { edge, weight } of [this.#arriving, this.#leaving]) {
      edge.forget(first)
      weight.forget(first)
    }
    this.#kept.forget(first)
    this.#standing.forget(first)
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

  /** Whether of what stands out so little is on the event's ways that it can be read. What is held always is. */
  #canBeRead(seq: number, log: EventLog): boolean {
    if (this.#standing.of(seq) === 'held') return true
    const at = log.at(seq)?.at ?? 0
    const rates = [this.#arriving, this.#leaving].flatMap(({ edge }) => {
      const passes = this.#passes[edge.at(seq) ?? -1]
      return passes === undefined ? [] : [this.#singles.add(passes.edge, at)]
    })
    return rates.every((rate) => rate <= READABLE_PER_SECOND)
  }

  /** @returns whether its token is drawn */
  #pass(way: Way, pass: Pass, arrival: number): boolean {
    const passes = this.#passes[way.edge.at(pass.seq) ?? -1]
    if (passes === undefined) {
      way.weight.push(pass.seq, 0)
      return false
    }
    const crowding = { inFlight: this.#underWay.add(arrival), late: this.#schedule.late }
    const weight = passes.add(pass, crowding)
    way.weight.push(pass.seq, weight)
    return weight > 0
  }

  /** Its token is drawn, although it may have been left out before it was known what it is. */
  #keep(seq: number): void {
    if (this.#travel(this.#arriving, seq) === null && this.#travel(this.#leaving, seq) === null) return
    this.#kept.set(seq, 1)
    const place = upperBound(this.#drawn, seq)
    if (this.#drawn[place - 1] !== seq) this.#drawn.splice(place, 0, seq)
  }

  #travel(way: Way, seq: number): Travel | null {
    const passes = this.#passes[way.edge.at(seq) ?? -1]
    if (passes === undefined) return null
    return { edge: passes.edge, weight: way.weight.at(seq) ?? 0, kept: this.#kept.at(seq) === 1 }
  }

  /** @returns the index of the edge; -1: there is none */
  #place(edge: Edge | null): number {
    if (edge === null) return -1
    const known = this.#places.get(edge)
    if (known !== undefined) return known
    const place = this.#passes.push(new EdgePasses(edge)) - 1
    this.#places.set(edge, place)
    return place
  }
}
