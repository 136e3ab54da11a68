import type { Point } from './box.ts'
import { type EdgeCurve, pointOn } from './edge-curve.ts'

const SAMPLES = 128
const FINE_STEPS = 512

/** A curve as points at equal distances, x and y in turn: a token's place is one look-up (stack.md 4). */
export type PathTable = Float32Array

export function pathTable(curve: EdgeCurve): PathTable {
  const lengths = new Float32Array(FINE_STEPS + 1)
  let previous = pointOn(curve, 0)
  for (let step = 1; step <= FINE_STEPS; step++) {
    const point = pointOn(curve, step / FINE_STEPS)
    lengths[step] = (lengths[step - 1] ?? 0) + Math.hypot(point.x - previous.x, point.y - previous.y)
    previous = point
  }
  const total = lengths[FINE_STEPS] ?? 0
  const table = new Float32Array(SAMPLES * 2)
  let step = 0
  for (let sample = 0; sample < SAMPLES; sample++) {
    const wanted = (total * sample) / (SAMPLES - 1)
    while (step < FINE_STEPS && (lengths[step] ?? 0) < wanted) step++
    const point = pointOn(curve, step / FINE_STEPS)
    table[sample * 2] = point.x
    table[sample * 2 + 1] = point.y
  }
  return table
}

/** @param t in [0, 1] of the way's length */
export function pointAt(table: PathTable, t: number): Point {
  const position = Math.min(1, Math.max(0, t)) * (SAMPLES - 1)
  const index = Math.min(SAMPLES - 2, Math.floor(position))
  const part = position - index
  const x = table[index * 2] ?? 0
  const y = table[index * 2 + 1] ?? 0
  return { x: x + ((table[index * 2 + 2] ?? 0) - x) * part, y: y + ((table[index * 2 + 3] ?? 0) - y) * part }
}
