import type { PoolStatistics } from './pool-statistics.ts'
import type { TaskScheduler } from './task-scheduler.ts'

export interface CountedTaskScheduler extends TaskScheduler {
  readonly statistics: PoolStatistics
}

/**
 * A scheduler that counts as Java's `ScheduledThreadPoolExecutor` does: each task gets a thread until there are as many
 * as the pool may have, and a cancelled one is removed at once, as Spring sets it (spring.md 10.4).
 */
export const countedTaskScheduler = (inner: TaskScheduler, poolSize: number): CountedTaskScheduler => {
  const waiting = new Set<object>()
  let scheduled = 0
  let active = 0
  let completed = 0
  return {
    get statistics() {
      return {
        poolSize: Math.min(scheduled, poolSize),
        activeThreads: active,
        queuedTasks: waiting.size,
        completedTasks: completed,
      }
    },
    now: () => inner.now(),
    schedule(task, delay) {
      const ticket = {}
      scheduled++
      waiting.add(ticket)
      const handle = inner.schedule(() => {
        waiting.delete(ticket)
        active++
        try {
          task()
        } finally {
          active--
          completed++
        }
      }, delay)
      return {
        cancel() {
          waiting.delete(ticket)
          handle.cancel()
        },
      }
    },
  }
}
