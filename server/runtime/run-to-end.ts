import type { CurrentThread } from './current-thread.ts'
import { isSuspended, type MaybeSuspended } from './executor.ts'
import type { TaskScheduler } from './task-scheduler.ts'

interface ThreadPorts {
  readonly scheduler: TaskScheduler
  readonly currentThread: CurrentThread
}

/**
 * Wakes a task that sleeps, as often as it does, on the thread where it began; `done` follows its end.
 *
 * @param thread null: none of Spring's
 */
export const runToEnd = (
  result: MaybeSuspended<void>,
  thread: string | null,
  ports: ThreadPorts,
  done?: () => void,
): void => {
  if (!isSuspended(result)) {
    done?.()
    return
  }
  ports.scheduler.schedule(() => {
    const next = thread === null ? result.resume() : ports.currentThread.run(thread, () => result.resume())
    runToEnd(next, thread, ports, done)
  }, result.sleep)
}
