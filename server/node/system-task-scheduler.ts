import { performance } from 'node:perf_hooks'
import type { ScheduledTask, TaskScheduler } from '../runtime/task-scheduler.ts'

const immediate = (task: () => void): ScheduledTask => {
  const handle = setImmediate(task)
  return { cancel: () => clearImmediate(handle) }
}

const later = (task: () => void, delay: number): ScheduledTask => {
  const handle = setTimeout(task, delay)
  return { cancel: () => clearTimeout(handle) }
}

/** The machine's clock and timers. */
export const systemTaskScheduler: TaskScheduler = {
  now: () => performance.now(),
  schedule: (task, delay) => (delay <= 0 ? immediate(task) : later(task, delay)),
}
