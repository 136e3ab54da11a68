import { RATE_WINDOW_MS } from './detail-level.ts'

/** How often each of many things came in the last real second. */
export class RateOfEach {
  #recent: { readonly thing: string; readonly at: number }[] = []
  readonly #counts = new Map<string, number>()

  /** @returns how often the thing has come in the last second, this time included */
  add(thing: string, at: number): number {
    this.#forgetUntil(at - RATE_WINDOW_MS)
    this.#recent.push({ thing, at })
    const count = (this.#counts.get(thing) ?? 0) + 1
    this.#counts.set(thing, count)
    return count
  }

  #forgetUntil(time: number): void {
    const kept = this.#recent.findIndex(({ at }) => at > time)
    const gone = this.#recent.splice(0, kept === -1 ? this.#recent.length : kept)
    for (const { thing } of gone) {
      const left = (this.#counts.get(thing) ?? 0) - 1
      if (left > 0) this.#counts.set(thing, left)
      else this.#counts.delete(thing)
    }
  }
}
