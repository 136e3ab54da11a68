import type { PageClock } from '../backend/page-clock.ts'

/** ux.md c.6: as many a second a page may send. */
export const FASTEST = 200
export const MOST_MESSAGES = 100_000

export interface Repetition {
  readonly messages: number
  readonly perSecond: number
}

/** Sends the same thing again and again, evenly; what a slow page missed follows at once. */
export class MessageRepeater {
  readonly #clock: PageClock
  readonly #listeners = new Set<() => void>()
  #callOff: (() => void) | null = null
  #sent = 0

  constructor(clock: PageClock) {
    this.#clock = clock
  }

  get running(): boolean {
    return this.#callOff !== null
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @param send gives false when nothing can be sent any more */
  start({ messages, perSecond }: Repetition, send: () => boolean): void {
    this.stop()
    this.#sent = 0
    const began = this.#clock.now()
    const sendDue = (): void => {
      const due = Math.min(messages, Math.floor(((this.#clock.now() - began) * perSecond) / 1000) + 1)
      while (this.#sent < due) {
        if (!send()) {
          this.stop()
          return
        }
        this.#sent += 1
      }
      if (this.#sent >= messages) {
        this.stop()
        return
      }
      const next = began + (this.#sent * 1000) / perSecond
      this.#callOff = this.#clock.after(Math.max(1, next - this.#clock.now()), sendDue)
    }
    this.#callOff = this.#clock.after(0, sendDue)
    this.#tell()
  }

  stop(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
