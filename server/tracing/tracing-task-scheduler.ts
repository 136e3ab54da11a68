import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import type { TraceFactOf } from '../trace/index.ts'
import type { Tracer } from './tracer.ts'

/**
 * Sees the timers of one name. A firing is a beginning of its own, whoever set the timer, and is about the session for
 * which it was set.
 */
export const tracingTaskScheduler = (inner: TaskScheduler, name: string, tracer: Tracer): TaskScheduler => ({
  now: () => inner.now(),
  schedule(task, delay) {
    const fact = <T extends 'timer.set' | 'timer.fired' | 'timer.cancelled'>(type: T) =>
      ({ type, station: 'scheduler', name, due }) as TraceFactOf<T>
    const due = tracer.now() + delay
    const about = tracer.conversationOf(tracer.record(fact('timer.set')))
    let isOver = false
    const scheduled = inner.schedule(() => {
      isOver = true
      tracer.within(tracer.record(fact('timer.fired'), { cause: null, ...about }), task)
    }, delay)
    return {
      cancel() {
        if (!isOver) tracer.record(fact('timer.cancelled'), about)
        isOver = true
        scheduled.cancel()
      },
    }
  },
})
