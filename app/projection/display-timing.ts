/**
 * Real hops take less than a millisecond; the display shows them slowly (ux.md c.2). All in milliseconds of the display
 * clock, which stands still while nothing happens.
 */

/** How long a token is under way. */
export const TRAVEL_MS = 350

/** An event is shown at most so long after its token has arrived: what stands before it in the log is shown first. */
export const LAG_LIMIT_MS = 6 * TRAVEL_MS

/** Traffic is judged by what came from outside in this real time. */
export const LOAD_WINDOW_MS = 5_000

/** Up to so many beginnings in {@link LOAD_WINDOW_MS}, each hop has its full time: what people do by hand. */
const UNHURRIED_BEGINNINGS = 10

/** Hops of a message from one client to another, roughly. */
const HOPS_OF_A_MESSAGE = 12

/** The part of real time that messages may fill under load, so that the display does not fall behind for ever. */
const FILL = 0.8

/** Time between a cause and its effect. Under load tokens still travel {@link TRAVEL_MS}; they overlap. */
export function hopTime(beginnings: number): number {
  if (!isBusy(beginnings)) return TRAVEL_MS
  return Math.min(TRAVEL_MS, (FILL * LOAD_WINDOW_MS) / (beginnings * HOPS_OF_A_MESSAGE))
}

export function isBusy(beginnings: number): boolean {
  return beginnings > UNHURRIED_BEGINNINGS
}

/** How far the display may be behind without hurry, and how soon (1/e) it makes up for what is more. */
const PATIENCE = {
  calm: { behind: 6_000, recovery: 2_500 },
  busy: { behind: 1_500, recovery: 750 },
} as const

/** Display time per real time of a display that runs after the log. */
export function catchUpRate(behind: number, busy: boolean): number {
  const patience = busy ? PATIENCE.busy : PATIENCE.calm
  return 1 + Math.max(0, behind - patience.behind) / patience.recovery
}

/** Whether a display is so far behind under load that the picture must become simpler (ux.md c.2). */
export function isLate(behind: number, busy: boolean): boolean {
  return busy && behind > PATIENCE.busy.behind
}
