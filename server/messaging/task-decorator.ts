/** Spring's `TaskDecorator`: takes the context of its making along to wherever a task runs later. */
export type TaskDecorator = <T>(task: () => T) => () => T

export const PLAIN_TASK: TaskDecorator = (task) => task
