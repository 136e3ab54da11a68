import type { EventLog } from '#trace'

/** The cursor that shows everything up to a time of the lab, in milliseconds. */
export function cursorAtTime(log: EventLog, time: number): number {
  let low = log.first
  let high = log.next
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((log.at(middle)?.at ?? Number.POSITIVE_INFINITY) <= time) low = middle + 1
    else high = middle
  }
  return low
}
