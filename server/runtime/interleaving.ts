/**
 * Which of the threads that have a task at the same time goes on first: an index below `running`, in the order in which
 * they took their tasks.
 */
export type Interleaving = (running: number) => number

/** As on an idle machine: who took its task first. Tasks then overtake each other only where one sleeps. */
export const NATURAL_INTERLEAVING: Interleaving = () => 0
