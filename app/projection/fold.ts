import type { EventLog } from '#trace'

/** The state after the events `[log.first, cursor)`. */
export type Fold<S> = (cursor: number) => S

/**
 * Folds a log that grows at its end and may lose its beginning, which is then a snapshot. A state is kept every `stride`
 * events, and the newest one asked for, so that any cursor is near one of them.
 */
export function createFold<S>(log: EventLog, initial: S, apply: (state: S, seq: number) => S, stride = 128): Fold<S> {
  /** By cursor, every one a multiple of `stride`. */
  const checkpoints = new Map<number, S>()
  let first = log.first
  let newest: { cursor: number; state: S } = { cursor: first, state: initial }

  return (wanted) => {
    if (log.first > first) {
      for (const cursor of checkpoints.keys()) if (cursor <= log.first) checkpoints.delete(cursor)
      if (newest.cursor <= log.first) newest = { cursor: log.first, state: initial }
      first = log.first
    }
    const end = Math.min(Math.max(wanted, first), log.next)
    let { cursor, state } = nearestBefore(end)
    while (cursor < end) {
      state = apply(state, cursor)
      cursor += 1
      if (cursor % stride === 0) checkpoints.set(cursor, state)
    }
    newest = { cursor, state }
    return state
  }

  function nearestBefore(end: number): { cursor: number; state: S } {
    let nearest = { cursor: first, state: initial }
    for (let cursor = end - (end % stride); cursor > first; cursor -= stride) {
      const state = checkpoints.get(cursor)
      if (state === undefined) continue
      nearest = { cursor, state }
      break
    }
    return newest.cursor <= end && newest.cursor >= nearest.cursor ? newest : nearest
  }
}
