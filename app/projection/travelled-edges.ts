import type { ClientTag } from '#trace'
import type { LogIndexes } from './log-indexes.ts'
import type { Edge } from './travel.ts'

export interface TravelledEdge {
  readonly edge: Edge
  /** Whose message went there; null: nobody's. */
  readonly client: ClientTag | null
}

/** The ways that a message has gone by the cursor, each once, in order. */
export function travelledEdges(indexes: LogIndexes, message: number, cursor: number): readonly TravelledEdge[] {
  const { steps, messages, travels, traits, log } = indexes
  const travelled = new Map<Edge, TravelledEdge>()
  for (const start of messages.stepsOf(message)) {
    if (start >= cursor) break
    const end = Math.min(cursor, steps.cursorAfter(steps.stepOf(start) ?? 0))
    for (let seq = start; seq < end; seq++) {
      if (messages.numberOf(seq) !== message || log.at(seq) === undefined) continue
      for (const travel of [travels.arriving(seq), travels.leaving(seq)]) {
        if (travel !== null && !travelled.has(travel.edge)) {
          travelled.set(travel.edge, { edge: travel.edge, client: traits.of(seq)?.owner ?? null })
        }
      }
    }
  }
  return [...travelled.values()]
}
