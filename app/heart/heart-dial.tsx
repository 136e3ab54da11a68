import { Heart, HeartCrack, HeartOff, type LucideIcon } from 'lucide-react'
import type { HeartArc, HeartView } from '../projection/heart-view.ts'
import './heart-dial.css'

const SIZE = 28
const CENTRE = SIZE / 2
const OUTER = 12.5
const INNER = 9
/** Within both arcs, and alone. */
const GLYPH = 11
const LONE_GLYPH = 17

const GLYPHS: Readonly<Record<HeartView['condition'], LucideIcon>> = {
  off: HeartOff,
  beating: Heart,
  late: Heart,
  dead: HeartCrack,
}

const NO_ARCS = { server: null, client: null }

/**
 * A heart with two arcs that run out: the outer one until the server declares the client dead, the inner one until the
 * client declares the server dead (ux.md c.2). Beside it the same stands in words.
 */
export function HeartDial({ view }: { readonly view: HeartView }) {
  const { condition, death } = view
  // Nobody waits for the dead any more.
  const { server, client } = death === null ? view : NO_ARCS
  const Glyph = GLYPHS[condition]
  const size = server === null && client === null ? LONE_GLYPH : GLYPH
  const glyph = { x: CENTRE - size / 2, y: CENTRE - size / 2, width: size, height: size }
  return (
    <svg className="heart-dial" viewBox={`0 0 ${SIZE} ${SIZE}`} data-heart={condition} aria-hidden>
      {server !== null && <Arc arc={server} radius={OUTER} name="server" />}
      {client !== null && <Arc arc={client} radius={INNER} name="client" />}
      <Glyph {...glyph} strokeWidth={size === GLYPH ? 2.5 : 2} className="heart-dial-glyph" />
    </svg>
  )
}

function Arc({ arc, radius, name }: { readonly arc: HeartArc; readonly radius: number; readonly name: string }) {
  const around = 2 * Math.PI * radius
  const circle = { cx: CENTRE, cy: CENTRE, r: radius }
  return (
    <g data-arc={name} data-condition={arc.condition}>
      <circle className="heart-dial-whole" {...circle} />
      <circle className="heart-dial-left" {...circle} style={{ strokeDasharray: `${arc.left * around} ${around}` }} />
    </g>
  )
}
