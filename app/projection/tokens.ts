import { LAG_LIMIT_MS, TRAVEL_MS } from './display-timing.ts'
import type { LogIndexes } from './log-indexes.ts'
import type { Token } from './token.ts'

/**
 * Every token that is under way at a display time: to an event during {@link TRAVEL_MS} before its arrival, and on to
 * the client for as long after it. Nothing is under way at the very ends of a travel, and nothing at rest.
 *
 * @param selection the chosen event, of whose message each token is drawn, above the others
 */
export function tokensAt(indexes: LogIndexes, displayTime: number, selection: number | null = null): readonly Token[] {
  const from = indexes.schedule.cursorAt(displayTime - TRAVEL_MS)
  const to = indexes.schedule.cursorAt(displayTime + TRAVEL_MS + LAG_LIMIT_MS)
  const chosen = chosenEvents(indexes, selection).filter((seq) => seq >= from && seq < to)
  const tokens: Token[] = []
  for (const seq of indexes.travels.drawn(from, to)) {
    if (chosen.includes(seq)) continue
    const token = tokenOf(indexes, seq, displayTime)
    if (token !== null && token.weight > 0) tokens.push(token)
  }
  return [...tokens, ...shownForThemselves(indexes, chosen, displayTime)]
}

/** Those of the events `[from, to)` alone, each of which is there to be seen. */
export function tokensOf(indexes: LogIndexes, from: number, to: number, displayTime: number): readonly Token[] {
  const events = Array.from({ length: to - from }, (_, index) => from + index)
  return shownForThemselves(indexes, events, displayTime)
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

/** What moves of the message that an event belongs to, or the event alone. */
function chosenEvents({ messages }: LogIndexes, selection: number | null): readonly number[] {
  if (selection === null) return []
  const message = messages.numberOf(selection)
  return message === null ? [selection] : messages.stepsOf(message)
}

function shownForThemselves(indexes: LogIndexes, events: readonly number[], displayTime: number): readonly Token[] {
  return events.flatMap((seq) => {
    const token = tokenOf(indexes, seq, displayTime)
    return token === null ? [] : [{ ...token, weight: 1, kept: true }]
  })
}

/** Null: it is not under way. */
function tokenOf(indexes: LogIndexes, seq: number, displayTime: number): Token | null {
  const sinceArrival = displayTime - indexes.schedule.dueOf(seq)
  const arriving = sinceArrival < 0
  const t = sinceArrival / TRAVEL_MS + (arriving ? 1 : 0)
  if (t <= 0 || t >= 1) return null
  const travel = arriving ? indexes.travels.arriving(seq) : indexes.travels.leaving(seq)
  const traits = indexes.traits.of(seq)
  if (travel === null || traits === null) return null
  const { edge, kept } = travel
  const { shape, label, owner, recipient } = traits
  return { seq, edge, t, shape, client: owner ?? '', recipient, label, weight: kept ? 1 : travel.weight, kept }
}
