import type { DetailLevel } from './token.ts'

/** Passes a second up to which labels can be read one by one (ux.md c.2, L0). */
export const READABLE_PER_SECOND = 10
/** Passes a second above which an edge is a ribbon. */
const RIBBON_ABOVE = 40
/** Tokens under way in the whole picture above which no edge shows its passes one by one unless their labels can be read. */
const CROWD_ABOVE = 60
/** A level is left only after so long below it, in real milliseconds. */
const HYSTERESIS_MS = 2_000
export const RATE_WINDOW_MS = 1_000
/** Tokens a second that are still drawn on a ribbon. */
const DRAWN_ON_RIBBON = 3

/** What an edge remembers to judge its next pass. Times are real. */
export interface EdgeLoad {
  readonly level: DetailLevel
  /** Until when the level holds even without the traffic for it. */
  readonly heldUntil: number
}

export const NO_LOAD: EdgeLoad = { level: 0, heldUntil: 0 }

/** How full the picture is when something passes. */
export interface Crowding {
  /** Tokens under way, on all edges. */
  readonly inFlight: number
  /** The display is too far behind the log. */
  readonly late: boolean
}

/** @param rate passes in the last {@link RATE_WINDOW_MS}, this one included */
export function loadAfter(load: EdgeLoad, rate: number, crowding: Crowding, at: number): EdgeLoad {
  const wanted = wantedLevel(rate, crowding)
  if (wanted < load.level && at < load.heldUntil) return load
  return { level: wanted, heldUntil: at + HYSTERESIS_MS }
}

function wantedLevel(rate: number, { inFlight, late }: Crowding): DetailLevel {
  if (rate > RIBBON_ABOVE) return 2
  const raised = late || inFlight > CROWD_ABOVE
  if (rate > READABLE_PER_SECOND) return raised ? 2 : 1
  return late ? 1 : 0
}

/** On a ribbon one token in so many is drawn and stands for all of them. */
export function tokensPerDrawn(level: DetailLevel, rate: number): number {
  return level === 2 ? Math.ceil(rate / DRAWN_ON_RIBBON) : 1
}
