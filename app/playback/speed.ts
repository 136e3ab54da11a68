/** Display time per real time; `max` shows everything at once. */
export type Speed = (typeof SPEEDS)[number]

export const SPEEDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 'max'] as const

export function nextSpeed(speed: Speed, by: 1 | -1): Speed {
  return SPEEDS[SPEEDS.indexOf(speed) + by] ?? speed
}
