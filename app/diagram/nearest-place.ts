import type { Place } from '../projection/token.ts'
import { type Box, centreOf } from './box.ts'

export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const DIRECTIONS: Readonly<Record<ArrowKey, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What lies aside counts so much more than what lies ahead. */
const ASIDE = 2.5

export function isArrowKey(key: string): key is ArrowKey {
  return Object.hasOwn(DIRECTIONS, key)
}

/**
 * The neighbour in the arrow's direction. The loop runs right at the top and left at the bottom, so the arrows follow
 * the flow (ux.md c.13).
 */
export function nearestPlace(boxes: ReadonlyMap<Place, Box>, from: Place, key: ArrowKey): Place {
  const here = boxes.get(from)
  if (here === undefined) return from
  const [dx, dy] = DIRECTIONS[key]
  const centre = centreOf(here)
  let best = from
  let least = Number.POSITIVE_INFINITY
  for (const [place, box] of boxes) {
    const { x, y } = centreOf(box)
    const ahead = (x - centre.x) * dx + (y - centre.y) * dy
    if (place === from || ahead <= 1) continue
    const aside = Math.abs((x - centre.x) * dy) + Math.abs((y - centre.y) * dx)
    const distance = ahead + aside * ASIDE
    if (distance < least) {
      best = place
      least = distance
    }
  }
  return best
}
