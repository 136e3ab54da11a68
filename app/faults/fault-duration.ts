import type { FaultChange } from '#trace'

export const FAULT_DURATIONS = ['stay', '10', '60', 'once'] as const
/** Seconds, or until it is cleared, or until it has struck. */
export type FaultDuration = (typeof FAULT_DURATIONS)[number]

export function lasting(duration: FaultDuration): Pick<FaultChange, 'once' | 'for'> {
  if (duration === 'stay') return {}
  return duration === 'once' ? { once: true } : { for: Number(duration) * 1000 }
}
