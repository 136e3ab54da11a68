import type { PageClock } from './page-clock.ts'

/** Time that moves when a test says so. */
export class ManualClock implements PageClock {
  #now = 0
  #due: { readonly at: number; readonly run: () => void }[] = []

  now(): number {
    return this.#now
  }

  after(milliseconds: number, run: () => void): () => void {
    const task = { at: this.#now + milliseconds, run }
    this.#due = [...this.#due, task].sort((one, other) => one.at - other.at)
    return () => {
      this.#due = this.#due.filter((other) => other !== task)
    }
  }

  advance(milliseconds: number): void {
    const until = this.#now + milliseconds
    for (let task = this.#due[0]; task !== undefined && task.at <= until; task = this.#due[0]) {
      this.#due = this.#due.slice(1)
      this.#now = task.at
      task.run()
    }
    this.#now = until
  }
}
