import { type DrawnArc, drawnHeart } from '../heart/heart-arcs.ts'
import type { SvgLook } from '../projection/export/svg-look.ts'
import type { HeartView } from '../projection/heart-view.ts'

/** In a square of 24, as the page's icons are. */
const OUTLINE = 'M12 20.5 4.3 12.7a5 5 0 0 1 7.7-6.4 5 5 0 0 1 7.7 6.4z'
const GLYPH_SQUARE = 24

const STROKES: Readonly<Record<HeartView['condition'], string>> = {
  off: 'M3 3l18 18',
  beating: '',
  late: '',
  dead: 'M12 6.3 10 10l4 2.5-2 4',
}

/** A client's heart with its arcs, as the page draws it. */
export function heartSvg(view: HeartView, centre: { readonly x: number; readonly y: number }, look: SvgLook): string {
  const { condition } = view
  const { arcs, glyph } = drawnHeart(view)
  const colour = { off: look.muted, beating: look.ok, late: look.warn, dead: look.error }[condition]
  const scale = glyph / GLYPH_SQUARE
  const fill = condition === 'beating' ? colour : 'none'
  const corner = `${centre.x - glyph / 2} ${centre.y - glyph / 2}`
  return [
    `<g stroke="${colour}" stroke-width="2" fill="none">`,
    ...arcs.map((arc) => arcSvg(arc, centre, look)),
    `<path d="${OUTLINE}${STROKES[condition]}" transform="translate(${corner}) scale(${scale})" fill="${fill}"/>`,
    '</g>',
  ].join('')
}

function arcSvg({ arc, radius, left, around }: DrawnArc, { x, y }: { x: number; y: number }, look: SvgLook): string {
  const circle = `cx="${x}" cy="${y}" r="${radius}"`
  const whole = arc.condition === 'beating' ? 'stroke-opacity="0.22"' : 'stroke-dasharray="2 2"'
  const colour = { beating: look.ok, late: look.warn, overdue: 'none' }[arc.condition]
  const rest = `stroke="${colour}" stroke-dasharray="${left} ${around}" transform="rotate(-90 ${x} ${y})"`
  return `<circle ${circle} ${whole}/><circle ${circle} ${rest}/>`
}
