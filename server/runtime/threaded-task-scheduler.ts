import type { CurrentThread } from './current-thread.ts'
import type { TaskScheduler } from './task-scheduler.ts'

/** Spring's `ThreadPoolTaskScheduler`: what is scheduled runs on a thread of that name. */
export const threadedTaskScheduler = (
  inner: TaskScheduler,
  currentThread: CurrentThread,
  thread: string,
): TaskScheduler => ({
  now: () => inner.now(),
  schedule: (task, delay) => inner.schedule(() => currentThread.run(thread, task), delay),
})
