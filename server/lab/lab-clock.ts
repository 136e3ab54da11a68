import type { TaskScheduler } from '../runtime/task-scheduler.ts'

/** The scheduler with the lab's clock: its time begins now. */
export const labClock = (scheduler: TaskScheduler): TaskScheduler => {
  const began = scheduler.now()
  return { now: () => scheduler.now() - began, schedule: (task, delay) => scheduler.schedule(task, delay) }
}
