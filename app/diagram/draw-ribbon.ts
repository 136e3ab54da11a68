import type { Point } from './box.ts'
import { type PathTable, pointAt } from './path-table.ts'

const POINTS = 32
const CHEVRONS = 5
/** Display milliseconds in which a chevron reaches the place of the next one. */
const CHEVRON_PERIOD = 600

/** ux.md c.2: the width says how many, on a logarithmic scale; the chevrons say where to. */
export function ribbonWidth(perSecond: number): number {
  return 2 + 3 * Math.log10(Math.max(1, perSecond))
}

/** Adds the middle of a ribbon to the context's path. */
export function traceRibbon(path: CanvasPath, table: PathTable): void {
  for (let index = 0; index <= POINTS; index++) {
    const { x, y } = pointAt(table, index / POINTS)
    path.lineTo(x, y)
  }
}

/** Where a chevron's tip is, and where it points, in radians. */
export interface Chevron {
  readonly tip: Point
  readonly angle: number
}

/** @param time display milliseconds; constant: the chevrons stand still */
export function chevronsAt(table: PathTable, time: number): readonly Chevron[] {
  const phase = (time % CHEVRON_PERIOD) / CHEVRON_PERIOD
  return Array.from({ length: CHEVRONS }, (_, index) => {
    const t = (index + phase) / CHEVRONS
    const tip = pointAt(table, t)
    const back = pointAt(table, Math.max(0, t - 0.04))
    return { tip, angle: Math.atan2(tip.y - back.y, tip.x - back.x) }
  })
}

/** Adds a chevron whose tip is the origin, pointing along x, to the context's path. */
export function traceChevron(path: CanvasPath, size: number): void {
  path.moveTo(-size, -size)
  path.lineTo(0, 0)
  path.lineTo(-size, size)
}

/** How far a chevron reaches to each side of its ribbon. */
export function chevronSize(width: number): number {
  return width / 2 + 2
}
