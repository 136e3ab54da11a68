import { describe, expect, it } from 'vitest'
import { edgeCurve, svgArrow } from './edge-curve.ts'
import { pathTable, pointAt } from './path-table.ts'

const curve = edgeCurve(
  { point: { x: 0, y: 0 }, direction: { x: 1, y: 0 } },
  { point: { x: 200, y: 120 }, direction: { x: -1, y: 0 } },
)

describe('a path table', () => {
  const table = pathTable(curve)

  it('has 128 points, from the start to the arrow', () => {
    expect(table).toHaveLength(256)
    expect(pointAt(table, 0)).toEqual({ x: 0, y: 0 })
    expect(pointAt(table, 1).x).toBeCloseTo(curve.end.x, 3)
  })

  it('moves a token equally far in equal time', () => {
    const steps = Array.from({ length: 20 }, (_, index) => {
      const a = pointAt(table, index / 20)
      const b = pointAt(table, (index + 1) / 20)
      return Math.hypot(b.x - a.x, b.y - a.y)
    })
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.1)
  })

  it('stays on the way outside of its time', () => {
    expect(pointAt(table, -1)).toEqual(pointAt(table, 0))
    expect(pointAt(table, 2)).toEqual(pointAt(table, 1))
  })
})

describe('an edge', () => {
  it('leaves and enters along its ports, and its arrow touches the box', () => {
    expect(curve.control1.y).toBe(0)
    expect(curve.control2.y).toBe(120)
    expect(curve.tip).toEqual({ x: 200, y: 120 })
    expect(svgArrow(curve)).toMatch(/^M200 120L/)
  })
})
