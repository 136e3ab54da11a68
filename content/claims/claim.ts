import type { TraceEvent } from '#trace'

/**
 * A sentence about the system as a question to a trace: the `seq` of the event that completes the first proof, or null.
 * Pure. It is given a stretch of a trace, and to count, the rest after each find: absolute numbers mean nothing to it.
 */
export type Claim = (events: readonly TraceEvent[]) => number | null
