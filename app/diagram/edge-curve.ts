import type { Point } from './box.ts'
import type { PlacedPort } from './port.ts'

/** A cubic Bézier from one port to another, and the point of its arrow. */
export interface EdgeCurve {
  readonly start: Point
  readonly control1: Point
  readonly control2: Point
  readonly end: Point
  /** Where the arrow touches the box; equals `end` where there is no arrow. */
  readonly tip: Point
}

const ARROW_LENGTH = 9
const ARROW_HALF_WIDTH = 4.5
const SHORTEST_HANDLE = 14

/** Leaves and enters along the ports' directions; the curve ends where the arrow begins. */
export function edgeCurve(from: PlacedPort, to: PlacedPort): EdgeCurve {
  const start = from.point
  const tip = to.point
  const end = { x: tip.x + to.direction.x * ARROW_LENGTH, y: tip.y + to.direction.y * ARROW_LENGTH }
  return {
    start,
    control1: handle(start, from.direction, end),
    control2: handle(end, to.direction, start),
    end,
    tip,
  }
}

/** A port in the middle of a box has no direction: the line is straight there. */
function handle(at: Point, direction: Point, towards: Point): Point {
  const distance = Math.abs(direction.x === 0 ? towards.y - at.y : towards.x - at.x)
  const length = Math.max(SHORTEST_HANDLE, distance * 0.55)
  return { x: at.x + direction.x * length, y: at.y + direction.y * length }
}

/** The same way in the other direction; its arrow would lie inside of the curve, so it has none. */
export function reversed(curve: EdgeCurve): EdgeCurve {
  return {
    start: curve.tip,
    control1: curve.control2,
    control2: curve.control1,
    end: curve.start,
    tip: curve.start,
  }
}

export function pointOn(curve: EdgeCurve, t: number): Point {
  const s = 1 - t
  const a = s * s * s
  const b = 3 * s * s * t
  const c = 3 * s * t * t
  const d = t * t * t
  return {
    x: a * curve.start.x + b * curve.control1.x + c * curve.control2.x + d * curve.end.x,
    y: a * curve.start.y + b * curve.control1.y + c * curve.control2.y + d * curve.end.y,
  }
}

/** For the `d` of an SVG path. */
export function svgPath({ start, control1, control2, end }: EdgeCurve): string {
  return `M${start.x} ${start.y}C${control1.x} ${control1.y} ${control2.x} ${control2.y} ${end.x} ${end.y}`
}

/** The arrow as an SVG path; empty where the curve has none. */
export function svgArrow({ end, tip }: EdgeCurve): string {
  const direction = { x: (tip.x - end.x) / ARROW_LENGTH, y: (tip.y - end.y) / ARROW_LENGTH }
  if (direction.x === 0 && direction.y === 0) return ''
  const wing = { x: direction.y * ARROW_HALF_WIDTH, y: direction.x * ARROW_HALF_WIDTH }
  return `M${tip.x} ${tip.y}L${end.x + wing.x} ${end.y - wing.y}L${end.x - wing.x} ${end.y + wing.y}Z`
}
