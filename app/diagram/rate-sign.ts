import type { Point } from './box.ts'
import { type DiagramGeometry, isClient } from './diagram-geometry.ts'
import { pointOn } from './edge-curve.ts'
import { placesOf } from './edge-lines.ts'
import type { DiagramFit } from './fit-diagram.ts'

/** The numbers of a client's two directions stand above and below the middle of their one line. */
const ASIDE = 17
/** Half of what a number takes, and of one with octets. */
const HALF = { x: 18, y: 8 }
const HALF_WITH_OCTETS = { x: 26, y: 16 }

/** Where the numbers of an edge stand on the stage, in its pixels. */
export interface RateSign {
  readonly middle: Point
  /** Half its width and height, about. */
  readonly half: Point
}

export function rateSign(edge: string, geometry: DiagramGeometry, fit: DiagramFit): RateSign {
  const [from, to] = placesOf(edge)
  const { x, y } = pointOn(geometry.curveOf(from, to), 0.5)
  const aside = isClient(from) ? -ASIDE : isClient(to) ? ASIDE : 0
  return {
    middle: { x: fit.x + x * fit.scale, y: fit.y + y * fit.scale + aside },
    half: aside === 0 ? HALF : HALF_WITH_OCTETS,
  }
}

/** @param half half the width and height of what may lie below the sign */
export function isBelow({ middle, half: own }: RateSign, at: Point, half: Point): boolean {
  return Math.abs(at.x - middle.x) < own.x + half.x && Math.abs(at.y - middle.y) < own.y + half.y
}
