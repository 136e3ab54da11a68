import { upperBound } from './partition-point.ts'

/** One number for each event of a log, by `seq`: grows at the end, forgets at the beginning. */
export class SeqColumn {
  #first = 0
  #values: number[] = []

  get first(): number {
    return this.#first
  }

  get next(): number {
    return this.#first + this.#values.length
  }

  at(seq: number): number | undefined {
    return this.#values[seq - this.#first]
  }

  push(seq: number, value: number): void {
    if (this.#values.length === 0) this.#first = seq
    this.#values.push(value)
  }

  set(seq: number, value: number): void {
    const index = seq - this.#first
    if (index >= 0 && index < this.#values.length) this.#values[index] = value
  }

  forget(first: number): void {
    if (first <= this.#first) return
    this.#values = this.#values.slice(first - this.#first)
    this.#first = first
  }

  /** How many events from the beginning have a value of at most `limit`, as a `seq`; values must not fall. */
  upperBound(limit: number): number {
    return this.#first + upperBound(this.#values, limit)
  }
}
