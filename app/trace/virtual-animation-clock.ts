import type { AnimationClock } from './animation-clock.ts'

/** Pictures at 60 a second without a screen, for tests. */
export class VirtualAnimationClock implements AnimationClock {
  #now = 0
  #waiting = new Set<() => void>()

  now(): number {
    return this.#now
  }

  onNextFrame(run: () => void): () => void {
    this.#waiting.add(run)
    return () => this.#waiting.delete(run)
  }

  /** Whether anything wants another picture. */
  get busy(): boolean {
    return this.#waiting.size > 0
  }

  /** Draws pictures until the time has passed. */
  advance(milliseconds: number, interval = 1000 / 60): void {
    const end = this.#now + milliseconds
    while (this.#now < end) {
      this.#now = Math.min(end, this.#now + interval)
      const due = this.#waiting
      this.#waiting = new Set()
      for (const run of due) run()
    }
  }
}
