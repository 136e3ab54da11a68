import type { AnimationClock } from '../trace/animation-clock.ts'

/** Milliseconds between two looks under load: nobody reads faster, and each costs a layout of the page. */
const BUSY_INTERVAL_MS = 1_000
/** A load is over when nothing has happened for so long, in milliseconds. */
const CALM_AFTER_MS = 1_000

/**
 * When the views look at log and cursor again: at once while there is little, once a second under load, and all of them
 * in the same moment. What moves smoothly is drawn on the canvas, which does not wait for this.
 */
export class ViewCadence {
  readonly #clock: AnimationClock
  readonly #isBusy: () => boolean
  readonly #listeners = new Set<() => void>()
  #askedAt = Number.NEGATIVE_INFINITY
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

  /** Not under load, or no longer: a gap between two batches of a load is not its end. */
  get calm(): boolean {
    return !this.#isBusy() || this.#clock.now() - this.#askedAt >= CALM_AFTER_MS
  }

  /** Something has changed by itself. */
  ask(): void {
    this.#askedAt = this.#clock.now()
    this.#lookWhenDue(true)
  }

  /** @param news whether something changed since the last look; else one more is due when it is calm again */
  #lookWhenDue(news: boolean): void {
    const due = !this.#isBusy() || this.#clock.now() - this.#lookedAt >= BUSY_INTERVAL_MS
    if (this.calm || (news && due)) this.look()
    if (this.calm) return
    const unseen = news && !due
    this.#callOff?.()
    this.#callOff = this.#clock.onNextFrame(() => {
      this.#callOff = null
      this.#lookWhenDue(unseen)
    })
  }

  /** Somebody did something, and sees what came of it at once. */
  look(): void {
    this.#lookedAt = this.#clock.now()
    for (const listener of this.#listeners) listener()
  }

  close(): void {
    this.#callOff?.()
    this.#listeners.clear()
  }
}
