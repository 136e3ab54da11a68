/** Spring's `TaskScheduler` with its clock: the only source of time for pure code. */
export interface TaskScheduler {
  /** Milliseconds, fractional, monotonic, since an arbitrary beginning. */
  now(): number
  /** Runs `task` once after `delay` milliseconds. Tasks due at the same time run in the order of their scheduling. */
  schedule(task: () => void, delay: number): ScheduledTask
}

export interface ScheduledTask {
  cancel(): void
}
