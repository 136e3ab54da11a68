import { TickColumn } from './tick-column.ts'
import type { TickKind, TimelineLane, TimelineTick } from './timeline-tick.ts'

type LaneColumns = Readonly<Record<TickKind, TickColumn>>

const newLane = (): LaneColumns => ({
  event: new TickColumn(),
  error: new TickColumn(),
  'heart-beat': new TickColumn(),
})

/** Ticks by lane and kind, kept up tick by tick. */
export class TickLanes {
  readonly #lanes = new Map<TimelineLane, LaneColumns>()
  /** What crossed the network or was done, heart-beats aside. */
  readonly counted: TickColumn = new TickColumn()

  /** Those of them that went wrong. */
  readonly errors: TickColumn = new TickColumn()

  add({ seq, at, kind, lanes, counts }: TimelineTick): void {
    if (counts && kind !== 'heart-beat') this.counted.push(seq, at)
    if (counts && kind === 'error') this.errors.push(seq, at)
    for (const lane of lanes) this.#columnsOf(lane)[kind].push(seq, at)
  }

  forget(first: number): void {
    this.counted.forget(first)
    this.errors.forget(first)
    for (const [lane, columns] of this.#lanes) {
      const kinds = Object.values(columns)
      for (const column of kinds) column.forget(first)
      if (kinds.every(({ length }) => length === 0)) this.#lanes.delete(lane)
    }
  }

  /** Those that have ticks, in the order in which they began. */
  get lanes(): readonly TimelineLane[] {
    return [...this.#lanes.keys()]
  }

  /** Heart-beats in all lanes. */
  get beats(): number {
    let sum = 0
    for (const columns of this.#lanes.values()) sum += columns['heart-beat'].length
    return sum
  }

  column(lane: TimelineLane, kind: TickKind): TickColumn | null {
    return this.#lanes.get(lane)?.[kind] ?? null
  }

  #columnsOf(lane: TimelineLane): LaneColumns {
    const known = this.#lanes.get(lane)
    if (known !== undefined) return known
    const columns = newLane()
    this.#lanes.set(lane, columns)
    return columns
  }
}
