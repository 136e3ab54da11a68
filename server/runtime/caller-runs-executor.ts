import type { CurrentThread } from './current-thread.ts'
import type { Executor, Task } from './executor.ts'
import { runToEnd } from './run-to-end.ts'
import type { TaskScheduler } from './task-scheduler.ts'

/**
 * No executor at all: tasks run at once on the caller's thread, as on brokerChannel (spring.md 1.4.2). A caller cannot
 * be made to wait for a sleeper here: it goes on, and the sleeper wakes on the same thread.
 */
export class CallerRunsExecutor<T extends Task = Task> implements Executor<T> {
  readonly queueLength = 0
  readonly #scheduler: TaskScheduler
  readonly #currentThread: CurrentThread

  constructor(scheduler: TaskScheduler, currentThread: CurrentThread) {
    this.#scheduler = scheduler
    this.#currentThread = currentThread
  }

  execute(task: T): void {
    const ports = { scheduler: this.#scheduler, currentThread: this.#currentThread }
    runToEnd(task.run(), this.#currentThread.name, ports)
  }
}
