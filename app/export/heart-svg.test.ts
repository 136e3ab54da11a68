import { describe, expect, test } from 'vitest'
import type { SvgLook } from '../projection/export/svg-look.ts'
import type { HeartArc, HeartView } from '../projection/heart-view.ts'
import { heartSvg } from './heart-svg.ts'

const LOOK = { ok: 'green', warn: 'amber', error: 'red', muted: 'grey' } as SvgLook
const arc = (condition: HeartArc['condition'], left: number): HeartArc => ({
  interval: 1000,
  tolerance: 3000,
  silence: 3000 * (1 - left),
  left,
  condition,
})
const drawn = (view: Partial<HeartView>) =>
  heartSvg({ condition: 'beating', server: null, client: null, death: null, ...view }, { x: 100, y: 50 }, LOOK)
const circles = (svg: string) => [...svg.matchAll(/<circle [^>]*r="([\d.]+)"[^>]*\/>/g)].map(([, radius]) => radius)

describe('a heart in a picture of the diagram', () => {
  test('has an arc for whoever waits, as long as what is left of the wait', () => {
    const svg = drawn({ server: arc('beating', 0.5), client: arc('beating', 1) })
    expect(circles(svg)).toEqual(['12.5', '12.5', '9', '9'])
    expect(svg).toContain(`stroke-dasharray="${12.5 * Math.PI} ${25 * Math.PI}"`)
    expect(circles(drawn({ client: arc('beating', 1) }))).toEqual(['9', '9'])
  })

  test('is filled while it beats, amber when it is late, broken and without arcs when it is dead', () => {
    expect(drawn({ server: arc('beating', 1) })).toContain('fill="green"')
    expect(drawn({ condition: 'late', server: arc('late', 0.3) })).toContain('stroke="amber"')
    const dead = drawn({ condition: 'dead', server: arc('overdue', 0), death: { by: 'server', at: 1, silence: 3000 } })
    expect(circles(dead)).toEqual([])
    expect(dead).toContain('stroke="red"')
    expect(drawn({ condition: 'off' })).toContain('stroke="grey"')
  })
})
