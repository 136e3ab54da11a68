import type { ScheduledTask, TaskScheduler } from '../runtime/task-scheduler.ts'

export interface Passage {
  /** Milliseconds on the way. */
  readonly delay: number
  /** Octets that the reader takes in a second; null: as fast as they come. */
  readonly octetsPerSecond: number | null
}

interface Waiting {
  readonly task: () => void
  readonly due: number
  /** Octets that have not left, because the reader is slow. */
  readonly unread: number
}

/** One direction of a connection: nothing overtakes what was given to it before. */
export class Lane {
  readonly #scheduler: TaskScheduler
  readonly #busy: Set<Lane>
  #queue: Waiting[] = []
  #unread = 0
  #next: ScheduledTask | null = null

  /** @param busy lists the lanes in which something waits */
  constructor(scheduler: TaskScheduler, busy: Set<Lane>) {
    this.#scheduler = scheduler
    this.#busy = busy
  }

  /** Octets that wait for a slow reader. */
  get unread(): number {
    return this.#unread
  }

  /** Runs `task` when `octets` have come through; at once where nothing is in the way. */
  carry(task: () => void, octets: number, { delay, octetsPerSecond }: Passage): void {
    const isSlow = octetsPerSecond !== null
    if (delay === 0 && !isSlow && this.#queue.length === 0) {
      task()
      return
    }
    const now = this.#scheduler.now()
    const before = this.#queue.at(-1)?.due ?? now
    const reading = isSlow ? (octets / octetsPerSecond) * 1000 : 0
    const unread = isSlow ? octets : 0
    this.#unread += unread
    this.#queue.push({ task, due: Math.max(before + reading, now + delay + reading), unread })
    this.#busy.add(this)
    this.#plan()
  }

  /** What was in the way is gone: whatever waits comes through now. */
  clear(): void {
    this.#callOff()
    while (this.#queue.length > 0) this.#deliver()
  }

  /** Whatever waits is lost. */
  cut(): void {
    this.#callOff()
    this.#queue = []
    this.#unread = 0
    this.#busy.delete(this)
  }

  #plan(): void {
    const [first] = this.#queue
    if (first === undefined || this.#next !== null) return
    this.#next = this.#scheduler.schedule(
      () => {
        this.#next = null
        this.#deliver()
        this.#plan()
      },
      Math.max(0, first.due - this.#scheduler.now()),
    )
  }

  #callOff(): void {
    this.#next?.cancel()
    this.#next = null
  }

  #deliver(): void {
    const first = this.#queue.shift()
    if (first === undefined) return
    this.#unread -= first.unread
    if (this.#queue.length === 0) this.#busy.delete(this)
    first.task()
  }
}
