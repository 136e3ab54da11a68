import type { EventTexts } from './event-texts.ts'

/** Milliseconds that the lab waits for a feed at a time. */
const SLICE = 1

/** Events for one page, written little by little: the lab's own work goes on in between. */
export class FeedBatch {
  readonly #texts: EventTexts
  readonly #now: () => number
  readonly #end: number
  readonly #written: string[] = []
  #next: number

  /** Of the events `[from, end)`, as far as they are there. */
  constructor(from: number, end: number, texts: EventTexts, now: () => number) {
    this.#next = from
    this.#end = end
    this.#texts = texts
    this.#now = now
  }

  /** `seq` of the first event that it does not have yet. */
  get next(): number {
    return this.#next
  }

  /** The message of the feed. */
  get text(): string {
    return `{"events":[${this.#written.join()}]}`
  }

  /** @returns whether it is complete; what was evicted in the meantime ends it early */
  goOn(): boolean {
    const until = this.#now() + SLICE
    while (this.#next < this.#end) {
      const text = this.#texts.of(this.#next)
      if (text === undefined) return true
      this.#written.push(text)
      this.#next++
      if (this.#now() >= until) break
    }
    return this.#next >= this.#end
  }
}
