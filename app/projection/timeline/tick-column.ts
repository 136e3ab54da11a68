import { partitionPoint } from '../partition-point.ts'

/** Ticks of one lane and kind, in order: grows at the end, forgets at the beginning, found by their time. */
export class TickColumn {
  #seqs: number[] = []
  #times: number[] = []

  get length(): number {
    return this.#seqs.length
  }

  push(seq: number, at: number): void {
    this.#seqs.push(seq)
    this.#times.push(at)
  }

  forget(first: number): void {
    const gone = partitionPoint(this.#seqs, (seq) => seq < first)
    this.#seqs = this.#seqs.slice(gone)
    this.#times = this.#times.slice(gone)
  }

  seqAt(index: number): number | undefined {
    return this.#seqs[index]
  }

  timeAt(index: number): number | undefined {
    return this.#times[index]
  }

  /** Index of the first tick at `at` or later. */
  firstFrom(at: number): number {
    return partitionPoint(this.#times, (time) => time < at)
  }

  /** Index of the first tick later than `at`. */
  firstAfter(at: number): number {
    return partitionPoint(this.#times, (time) => time <= at)
  }
}
