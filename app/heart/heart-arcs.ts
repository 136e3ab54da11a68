import type { HeartArc, HeartView } from '../projection/heart-view.ts'

/** A heart's width and height in its own units, and those of its glyph: within both arcs, and alone. */
export const HEART_SIZE = 28
const GLYPH_WITHIN = 11
const GLYPH_ALONE = 17

export interface DrawnArc {
  /** Who waits. */
  readonly name: 'server' | 'client'
  readonly arc: HeartArc
  readonly radius: number
  /** How long what is left of it is, and all of it; what is left begins at the top. */
  readonly left: number
  readonly around: number
}

export interface DrawnHeart {
  /** From the outer one on. */
  readonly arcs: readonly DrawnArc[]
  readonly glyph: number
}

/**
 * How a heart is drawn: the outer arc runs out until the server declares the client dead, the inner one until the client
 * declares the server dead (ux.md c.2). Nobody waits for the dead any more.
 */
export function drawnHeart({ server, client, death }: HeartView): DrawnHeart {
  const arcs = death === null ? [...drawnArc('server', server, 12.5), ...drawnArc('client', client, 9)] : []
  return { arcs, glyph: arcs.length === 0 ? GLYPH_ALONE : GLYPH_WITHIN }
}

function drawnArc(name: DrawnArc['name'], arc: HeartArc | null, radius: number): readonly DrawnArc[] {
  const around = 2 * Math.PI * radius
  return arc === null ? [] : [{ name, arc, radius, left: arc.left * around, around }]
}
