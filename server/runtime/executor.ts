/**
 * A task whose thread sleeps: it is woken after `sleep` milliseconds and goes on with `resume`, on the same thread,
 * which meanwhile serves nobody else. The pure form of `Thread.sleep` in a handler.
 */
export interface Suspended<T> {
  readonly sleep: number
  readonly resume: () => T | Suspended<T>
}

export type MaybeSuspended<T> = T | Suspended<T>

export const isSuspended = <T>(value: MaybeSuspended<T>): value is Suspended<T> =>
  typeof value === 'object' && value !== null && 'sleep' in value && 'resume' in value

/** Applies `then` to the value once it is there. */
export const whenAwake = <T, U>(value: MaybeSuspended<T>, then: (value: T) => MaybeSuspended<U>): MaybeSuspended<U> =>
  isSuspended(value) ? { sleep: value.sleep, resume: () => whenAwake(value.resume(), then) } : then(value)

export interface Task {
  run(): MaybeSuspended<void>
}

/** Java's `Executor`: runs tasks later, on a thread of its own, or at once on the caller's. */
export interface Executor<T extends Task = Task> {
  execute(task: T): void
  /** Tasks that wait for a free thread. */
  readonly queueLength: number
}
