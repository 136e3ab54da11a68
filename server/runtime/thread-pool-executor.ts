import type { CurrentThread } from './current-thread.ts'
import type { Executor, Task } from './executor.ts'
import { type Interleaving, NATURAL_INTERLEAVING } from './interleaving.ts'
import type { PoolStatistics } from './pool-statistics.ts'
import { runToEnd } from './run-to-end.ts'
import type { TaskScheduler } from './task-scheduler.ts'

export interface ThreadPoolExecutorParts {
  /** Threads are called `{prefix}{n}`, from 1. */
  readonly threadNamePrefix: string
  readonly corePoolSize: number
  /** Turns of the scheduler between submission and start, 1 at least: how long a pool's work waits beside another's. */
  readonly turns: number
  /** Absent: natural. */
  readonly interleaving?: Interleaving
  readonly scheduler: TaskScheduler
  readonly currentThread: CurrentThread
}

/** A thread that has a task and has not begun it. */
interface Taken<T> {
  readonly thread: string
  readonly task: T
}

/**
 * Java's `ThreadPoolExecutor` as Spring configures it (spring.md 1.4.1): a new thread for each task until there are
 * `corePoolSize`, even while others are idle; then an unbounded queue, whose tasks go to the thread that has been idle
 * the longest. A task never starts within `execute`. Threads take tasks in the order of their submission; which of
 * those that have one goes on first is the interleaving's choice, so that a task can overtake as many others as the pool
 * has threads, and none in a pool of one.
 */
export class ThreadPoolExecutor<T extends Task = Task> implements Executor<T> {
  readonly #parts: ThreadPoolExecutorParts
  /** Submitted, in order, from `#head` on; a thread is found when their turn comes. */
  #queue: T[] = []
  #head = 0
  /** Longest idle first. */
  readonly #idle: string[] = []
  #created = 0
  #completed = 0
  #isDrainPlanned = false
  #running = true

  constructor(parts: ThreadPoolExecutorParts) {
    this.#parts = parts
  }

  get queueLength(): number {
    return Math.max(0, this.#waiting - this.#free)
  }

  get statistics(): PoolStatistics {
    return {
      poolSize: this.#created,
      activeThreads: this.#created - this.#idle.length,
      queuedTasks: this.queueLength,
      completedTasks: this.#completed,
    }
  }

  /** After `shutdown` the caller runs the task itself (spring.md 1.4.3). */
  execute(task: T): void {
    if (!this.#running) {
      runToEnd(task.run(), this.#parts.currentThread.name, this.#parts)
      return
    }
    this.#queue.push(task)
    this.#planDrain()
  }

  /** What was submitted before still runs. */
  shutdown(): void {
    this.#running = false
  }

  get #waiting(): number {
    return this.#queue.length - this.#head
  }

  /** Threads that are idle or not made yet. */
  get #free(): number {
    return this.#idle.length + this.#parts.corePoolSize - this.#created
  }

  /** The same turns of the scheduler for however many tasks. */
  #planDrain(): void {
    if (this.#isDrainPlanned) return
    this.#isDrainPlanned = true
    this.#afterTurns(this.#parts.turns, () => {
      try {
        this.#drain()
      } finally {
        this.#isDrainPlanned = false
        if (this.#waiting > 0 && this.#free > 0) this.#planDrain()
      }
    })
  }

  #afterTurns(turns: number, task: () => void): void {
    this.#parts.scheduler.schedule(turns > 1 ? () => this.#afterTurns(turns - 1, task) : task, 0)
  }

  /** Starts what was waiting when it began; what that submits has a turn of its own. */
  #drain(): void {
    const { interleaving = NATURAL_INTERLEAVING } = this.#parts
    const end = this.#queue.length
    const running: Taken<T>[] = []
    for (;;) {
      while (this.#head < end && this.#free > 0)
        running.push({ thread: this.#takeThread(), task: this.#queue[this.#head++] as T })
      if (running.length === 0) break
      for (const taken of running.splice(interleaving(running.length), 1)) this.#begin(taken)
    }
    if (this.#head * 2 >= this.#queue.length) {
      this.#queue = this.#queue.slice(this.#head)
      this.#head = 0
    }
  }

  #begin({ thread, task }: Taken<T>): void {
    const result = this.#parts.currentThread.run(thread, () => task.run())
    runToEnd(result, thread, this.#parts, () => this.#release(thread))
  }

  /** Only while one is free. */
  #takeThread(): string {
    const idle = this.#created === this.#parts.corePoolSize ? this.#idle.shift() : undefined
    return idle ?? `${this.#parts.threadNamePrefix}${++this.#created}`
  }

  #release(thread: string): void {
    this.#completed++
    this.#idle.push(thread)
    if (this.#waiting > 0) this.#planDrain()
  }
}
