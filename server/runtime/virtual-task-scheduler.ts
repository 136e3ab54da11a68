import type { ScheduledTask, TaskScheduler } from './task-scheduler.ts'

interface VirtualTask extends ScheduledTask {
  readonly due: number
  readonly order: number
  readonly task: () => void
  cancelled: boolean
}

const before = (a: VirtualTask, b: VirtualTask): boolean => a.due < b.due || (a.due === b.due && a.order < b.order)

/** Time that passes only when it is told to: tasks run by due time, then in the order of their scheduling. */
export class VirtualTaskScheduler implements TaskScheduler {
  /** A binary heap, the next task first. */
  readonly #heap: VirtualTask[] = []
  #now = 0
  #order = 0

  now(): number {
    return this.#now
  }

  schedule(task: () => void, delay: number): ScheduledTask {
    const scheduled: VirtualTask = {
      due: this.#now + Math.max(0, delay),
      order: this.#order++,
      task,
      cancelled: false,
      cancel() {
        scheduled.cancelled = true
      },
    }
    this.#push(scheduled)
    return scheduled
  }

  /** Runs exactly one task, moving the clock to it. @returns false when there is none */
  step(): boolean {
    if (this.#nextDue() === Number.POSITIVE_INFINITY) return false
    const next = this.#pop()
    if (next === undefined) return false
    this.#now = next.due
    next.task()
    return true
  }

  /** Lets `milliseconds` pass and runs what becomes due on the way. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds
    while (this.#nextDue() <= end) this.step()
    this.#now = end
  }

  /** Lets time pass until nothing has run for `quiet` milliseconds. */
  runUntilIdle(quiet: number): void {
    while (this.#nextDue() <= this.#now + quiet) this.step()
    this.#now += quiet
  }

  /** When the next task that still stands is due; infinity when there is none. */
  #nextDue(): number {
    while (this.#heap[0]?.cancelled) this.#pop()
    return this.#heap[0]?.due ?? Number.POSITIVE_INFINITY
  }

  #push(task: VirtualTask): void {
    const heap = this.#heap
    let index = heap.push(task) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (!before(task, heap[parent] as VirtualTask)) break
      heap[index] = heap[parent] as VirtualTask
      index = parent
    }
    heap[index] = task
  }

  #pop(): VirtualTask | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (last === undefined || first === last) return first
    let index = 0
    for (;;) {
      const left = 2 * index + 1
      const right = left + 1
      if (left >= heap.length) break
      const child = right < heap.length && before(heap[right] as VirtualTask, heap[left] as VirtualTask) ? right : left
      if (!before(heap[child] as VirtualTask, last)) break
      heap[index] = heap[child] as VirtualTask
      index = child
    }
    heap[index] = last
    return first
  }
}
