import { partitionPoint } from '../partition-point.ts'

/** Milliseconds in which nothing happens, from which on a stretch is folded (ux.md c.4). */
const IDLE = 2000

/** Milliseconds of width that a folded stretch keeps. */
const FOLDED_WIDTH = 400

/** A stretch in which nothing happens, drawn short. */
export interface IdleBreak {
  readonly from: number
  readonly to: number
}

/** Milliseconds in which nothing happened: some of them are left on both sides of what is drawn short. */
export const idleTime = ({ from, to }: IdleBreak): number => to - from + FOLDED_WIDTH

interface FoldedStretch extends IdleBreak {
  /** `from`, with all stretches before it folded. */
  readonly drawnFrom: number
  /** Milliseconds that folding takes away until it is over. */
  readonly gone: number
}

/** Where nothing happens in a log: kept up as it grows, and asked without reading all of it. */
export class IdleStretches {
  #stretches: FoldedStretch[] = []
  #since: number | null = null
  /** The newest stretch is not over. */
  #open = false

  /** Something happens. */
  add(at: number): void {
    this.reach(at)
    this.#since = at
    this.#open = false
  }

  /** Nothing has happened until then. */
  reach(at: number): void {
    this.#since ??= at
    if (at - this.#since <= IDLE) return
    if (this.#open) this.#stretches.pop()
    this.#open = true
    const gone = this.#stretches.at(-1)?.gone ?? 0
    const [from, to] = [this.#since + FOLDED_WIDTH / 2, at - FOLDED_WIDTH / 2]
    this.#stretches.push({ from, to, drawnFrom: from - gone, gone: gone + to - from - FOLDED_WIDTH })
  }

  /** What was before is of no interest any more. */
  forget(at: number): void {
    this.#stretches = this.#stretches.slice(partitionPoint(this.#stretches, ({ to }) => to < at))
  }

  /** Milliseconds of width up to `at`; only differences mean something. */
  drawn(at: number): number {
    const begun = partitionPoint(this.#stretches, ({ from }) => from < at)
    const last = this.#stretches[begun - 1]
    if (last === undefined) return at - this.#goneBefore
    if (at >= last.to) return at - last.gone
    return last.drawnFrom + ((at - last.from) * FOLDED_WIDTH) / (last.to - last.from)
  }

  /** The other way round. */
  undrawn(width: number): number {
    const begun = partitionPoint(this.#stretches, ({ drawnFrom }) => drawnFrom < width)
    const last = this.#stretches[begun - 1]
    if (last === undefined) return width + this.#goneBefore
    const within = width - last.drawnFrom
    return within > FOLDED_WIDTH ? width + last.gone : last.from + (within * (last.to - last.from)) / FOLDED_WIDTH
  }

  /** The first stretch that is not over at `at`. */
  notOverAt(at: number): IdleBreak | undefined {
    return this.#stretches[partitionPoint(this.#stretches, ({ to }) => to <= at)]
  }

  /** What the forgotten ones took away. */
  get #goneBefore(): number {
    const first = this.#stretches[0]
    return first === undefined ? 0 : first.from - first.drawnFrom
  }
}
