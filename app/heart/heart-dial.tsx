import { Heart, HeartCrack, HeartOff, type LucideIcon } from 'lucide-react'
import type { HeartView } from '../projection/heart-view.ts'
import { drawnHeart, HEART_SIZE } from './heart-arcs.ts'
import './heart-dial.css'

const CENTRE = HEART_SIZE / 2

const GLYPHS: Readonly<Record<HeartView['condition'], LucideIcon>> = {
  off: HeartOff,
  beating: Heart,
  late: Heart,
  dead: HeartCrack,
}

/** A heart with its arcs. Beside it the same stands in words. */
export function HeartDial({ view }: { readonly view: HeartView }) {
  const { condition } = view
  const { arcs, glyph } = drawnHeart(view)
  const Glyph = GLYPHS[condition]
  const place = { x: CENTRE - glyph / 2, y: CENTRE - glyph / 2, width: glyph, height: glyph }
  return (
    <svg className="heart-dial" viewBox={`0 0 ${HEART_SIZE} ${HEART_SIZE}`} data-heart={condition} aria-hidden>
      {arcs.map(({ name, arc, radius, left, around }) => {
        const circle = { cx: CENTRE, cy: CENTRE, r: radius }
        return (
          <g key={name} data-arc={name} data-condition={arc.condition}>
            <circle className="heart-dial-whole" {...circle} />
            <circle className="heart-dial-left" {...circle} style={{ strokeDasharray: `${left} ${around}` }} />
          </g>
        )
      })}
      <Glyph {...place} strokeWidth={arcs.length > 0 ? 2.5 : 2} className="heart-dial-glyph" />
    </svg>
  )
}
