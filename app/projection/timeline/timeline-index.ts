import type { EventLog, TraceEvent } from '#trace'
import type { LogIndex } from '../log-index.ts'
import { partitionPoint } from '../partition-point.ts'
import type { TraitsIndex } from '../traits-index.ts'
import { IdleStretches } from './idle-stretches.ts'
import type { MarkerIndex } from './marker-index.ts'
import { TickLanes } from './tick-lanes.ts'
import { type TimelineTick, tickOf } from './timeline-tick.ts'

/** The ticks of a log, in order and by lane, and where nothing happens between them. */
export class TimelineIndex implements LogIndex {
  readonly #traits: TraitsIndex
  readonly #markers: MarkerIndex
  readonly lanes: TickLanes = new TickLanes()
  /** Heart-beats fill no silence. */
  readonly idle: IdleStretches = new IdleStretches()
  readonly idleBetweenBeats: IdleStretches = new IdleStretches()
  #ticks: TimelineTick[] = []

  /**
   * @param traits has read each event before this index does
   * @param markers likewise
   */
  constructor(traits: TraitsIndex, markers: MarkerIndex) {
    this.#traits = traits
    this.#markers = markers
  }

  read(event: TraceEvent, _log: EventLog): void {
    const tick = tickOf(event, this.#traits.of(event.seq), this.#markers.of(event.seq) !== null)
    if (tick === null || tick.kind === 'heart-beat') this.idle.reach(event.at)
    else this.idle.add(event.at)
    if (tick === null) this.idleBetweenBeats.reach(event.at)
    else this.idleBetweenBeats.add(event.at)
    if (tick === null) return
    this.lanes.add(tick)
    this.#ticks.push(tick)
  }

  forget(first: number): void {
    this.#ticks = this.#ticks.slice(this.#indexOf(first))
    this.lanes.forget(first)
    const begin = this.#ticks[0]?.at ?? Number.POSITIVE_INFINITY
    this.idle.forget(begin)
    this.idleBetweenBeats.forget(begin)
  }

  /** Where the timeline begins, milliseconds of the lab. */
  get begin(): number {
    return this.#ticks[0]?.at ?? 0
  }

  get length(): number {
    return this.#ticks.length
  }

  /** Ticks from event `seq` on. */
  since(seq: number): readonly TimelineTick[] {
    return this.#ticks.slice(this.#indexOf(seq))
  }

  /** The tick of an event; undefined: the timeline shows nothing of it. */
  of(seq: number): TimelineTick | undefined {
    const tick = this.#ticks[this.#indexOf(seq)]
    return tick?.seq === seq ? tick : undefined
  }

  /** The last tick up to `at`. */
  lastUpTo(at: number): TimelineTick | undefined {
    return this.#ticks[partitionPoint(this.#ticks, (tick) => tick.at <= at) - 1]
  }

  #indexOf(seq: number): number {
    return partitionPoint(this.#ticks, (tick) => tick.seq < seq)
  }
}
