import type { ScheduledTask, TaskScheduler } from './task-scheduler.ts'

/** A timer that is put off far more often than it fires: a new due time that is later needs no new task. */
export class MovableTimer {
  readonly #scheduler: TaskScheduler
  readonly #onDue: () => void
  #due: number | null = null
  #task: ScheduledTask | null = null
  #taskDue = 0

  constructor(scheduler: TaskScheduler, onDue: () => void) {
    this.#scheduler = scheduler
    this.#onDue = onDue
  }

  /** Fires once, when the scheduler's clock says `due`; an earlier wish no longer counts. */
  setAt(due: number): void {
    this.#due = due
    if (this.#task !== null && this.#taskDue <= due) return
    this.#task?.cancel()
    this.#schedule(due)
  }

  /** Does not fire; the task stays for the next wish. */
  clear(): void {
    this.#due = null
  }

  /** Leaves nothing behind. */
  cancel(): void {
    this.#due = null
    this.#task?.cancel()
    this.#task = null
  }

  #schedule(due: number): void {
    this.#taskDue = due
    this.#task = this.#scheduler.schedule(() => this.#fired(), Math.max(0, due - this.#scheduler.now()))
  }

  #fired(): void {
    this.#task = null
    if (this.#due === null) return
    if (this.#scheduler.now() < this.#due) this.#schedule(this.#due)
    else {
      this.#due = null
      this.#onDue()
    }
  }
}
