import type { AnimationClock } from '../trace/animation-clock.ts'

/** Milliseconds between two looks under load: nobody reads faster, and each costs a layout of the page. */
const BUSY_INTERVAL_MS = 250

/**
 * When the views look at log and cursor again: at once while there is little, a few times a second under load, and all
 * of them in the same moment. What moves smoothly is drawn on the canvas, which does not wait for this.
 */
export class ViewCadence {
  readonly #clock: AnimationClock
  readonly #isBusy: () => boolean
  readonly #listeners = new Set<() => void>()
  #lookedAt = Number.NEGATIVE_INFINITY
  #callOff: (() => void) | null = null

  constructor(clock: AnimationClock, isBusy: () => boolean) {
    this.#clock = clock
    this.#isBusy = isBusy
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Something has changed by itself. */
  ask(): void {
    if (!this.#isBusy() || this.#clock.now() - this.#lookedAt >= BUSY_INTERVAL_MS) {
      this.look()
      return
    }
    this.#callOff ??= this.#clock.onNextFrame(() => {
      this.#callOff = null
      this.ask()
    })
  }

  /** Somebody did something, and sees what came of it at once. */
  look(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#lookedAt = this.#clock.now()
    for (const listener of this.#listeners) listener()
  }

  close(): void {
    this.#callOff?.()
    this.#listeners.clear()
  }
}
