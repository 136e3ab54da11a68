import type { DetailLevel } from './token.ts'

/** Passes a second above which an edge shows bare shapes, then a ribbon (ux.md c.2). */
const SHAPES_ABOVE = 10
const RIBBON_ABOVE = 40
/** A level is left only after so long below it, in real milliseconds. */
const HYSTERESIS_MS = 2_000
export const RATE_WINDOW_MS = 1_000
/** Tokens a second that are still drawn on a ribbon. */
const DRAWN_ON_RIBBON = 8

/** What an edge remembers to judge its next pass. Times are real. */
export interface EdgeLoad {
  readonly level: DetailLevel
  /** Until when the level holds even without the traffic for it. */
  readonly heldUntil: number
}

export const NO_LOAD: EdgeLoad = { level: 0, heldUntil: 0 }

/** @param rate passes in the last {@link RATE_WINDOW_MS}, this one included */
export function loadAfter(load: EdgeLoad, rate: number, at: number): EdgeLoad {
  const wanted: DetailLevel = rate > RIBBON_ABOVE ? 2 : rate > SHAPES_ABOVE ? 1 : 0
  if (wanted < load.level && at < load.heldUntil) return load
  return { level: wanted, heldUntil: at + HYSTERESIS_MS }
}

/** On a ribbon one token in so many is drawn and stands for all of them. */
export function tokensPerDrawn(level: DetailLevel, rate: number): number {
  return level === 2 ? Math.ceil(rate / DRAWN_ON_RIBBON) : 1
}
