import type { EventLog } from '#trace'
import { configured } from './apply-lab-facts.ts'
import { applyTraceEvent } from './apply-trace-event.ts'
import { createFold } from './fold.ts'
import { type FoldContext, type FoldState, INITIAL_FOLD_STATE } from './fold-state.ts'
import type { LabState } from './lab-state.ts'
import type { LogIndexes } from './log-indexes.ts'

/** Several views look at several cursors at once. */
const REMEMBERED_STATES = 16

/** What the picture shows at a cursor. A cursor gives the same object again while it is among the last ones asked for. */
export function createLabStateFold(indexes: LogIndexes): (cursor: number) => LabState {
  const { log, messages, steps } = indexes
  const context: FoldContext = { log, messageOf: (seq) => messages.numberOf(seq) }
  const fold = createFold(log, INITIAL_FOLD_STATE, (state, seq) => {
    const event = log.at(seq)
    return event === undefined ? state : applyTraceEvent(state, event, context)
  })
  const remembered = new Map<number, LabState>()
  let empty: LabState | null = null

  return (wanted) => {
    const cursor = Math.min(wanted, log.next)
    const known = remembered.get(cursor)
    if (known !== undefined) return known
    const state: LabState = {
      ...(cursor === log.first ? beginningOf(log) : fold(cursor)),
      message: messages.numberKnownAt(cursor - 1, cursor),
      counters: { messages: messages.countAt(cursor), steps: steps.stepsAt(cursor) },
    }
    // An empty log does not know yet how it begins: what it shows is the same object until it does.
    if (log.next === log.first) {
      empty ??= state
      return empty
    }
    for (const oldest of remembered.keys()) {
      if (remembered.size < REMEMBERED_STATES) break
      remembered.delete(oldest)
    }
    remembered.set(cursor, state)
    return state
  }
}

/** Before the first event nothing has happened in a lab that is configured already, as the first snapshot tells. */
function beginningOf(log: EventLog): FoldState {
  const first = log.at(log.first)
  return first?.type === 'lab.snapshot' ? configured(INITIAL_FOLD_STATE, first.snapshot.config) : INITIAL_FOLD_STATE
}
