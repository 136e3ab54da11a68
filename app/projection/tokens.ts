import { LAG_LIMIT_MS, TRAVEL_MS } from './display-timing.ts'
import type { LogIndexes } from './log-indexes.ts'
import type { Token } from './token.ts'
import type { Travel } from './travel-index.ts'

/**
 * Every token that is under way at a display time: to an event during {@link TRAVEL_MS} before its arrival, and on to
 * the client for as long after it. Nothing is under way at the very ends of a travel, and nothing at rest.
 */
export function tokensAt(indexes: LogIndexes, displayTime: number): readonly Token[] {
  const from = indexes.schedule.cursorAt(displayTime - TRAVEL_MS)
  const to = indexes.schedule.cursorAt(displayTime + TRAVEL_MS + LAG_LIMIT_MS)
  return tokensOf(indexes, from, to, displayTime)
}

/** The same for the events `[from, to)` alone. */
export function tokensOf(indexes: LogIndexes, from: number, to: number, displayTime: number): readonly Token[] {
  const tokens: Token[] = []
  for (const seq of indexes.travels.drawn(from, to)) {
    const sinceArrival = displayTime - indexes.schedule.dueOf(seq)
    const arriving = sinceArrival < 0
    const t = sinceArrival / TRAVEL_MS + (arriving ? 1 : 0)
    if (t <= 0 || t >= 1) continue
    const travel = arriving ? indexes.travels.arriving(seq) : indexes.travels.leaving(seq)
    const token = travel === null ? null : tokenOf(indexes, seq, travel, t)
    if (token !== null) tokens.push(token)
  }
  return tokens
}

/** The display times between which the tokens of the events `[from, to)` are under way; empty where none are. */
export function travelSpan(indexes: LogIndexes, from: number, to: number): readonly [start: number, end: number] {
  const arrivals: number[] = []
  for (let seq = from; seq < to; seq++) {
    const due = indexes.schedule.dueOf(seq)
    if (indexes.travels.arriving(seq) !== null) arrivals.push(due - TRAVEL_MS, due)
    if (indexes.travels.leaving(seq) !== null) arrivals.push(due, due + TRAVEL_MS)
  }
  return [Math.min(...arrivals), Math.max(...arrivals)]
}

function tokenOf(indexes: LogIndexes, seq: number, travel: Travel, t: number): Token | null {
  const traits = indexes.traits.of(seq)
  if (traits === null || travel.weight === 0) return null
  const { shape, label, owner, recipient } = traits
  return { seq, edge: travel.edge, t, shape, client: owner ?? '', recipient, label, weight: travel.weight }
}
