import { type PathTable, pointAt } from './path-table.ts'

const POINTS = 32
const CHEVRONS = 5
/** Display milliseconds in which a chevron reaches the place of the next one. */
const CHEVRON_PERIOD = 600

/** ux.md c.2: the width says how many, on a logarithmic scale; the chevrons say where to. */
export function ribbonWidth(perSecond: number): number {
  return 2 + 3 * Math.log10(Math.max(1, perSecond))
}

/** @param time display milliseconds; constant: the chevrons stand still */
export function drawRibbon(
  context: CanvasRenderingContext2D,
  table: PathTable,
  perSecond: number,
  time: number,
  colour: string,
): void {
  const width = ribbonWidth(perSecond)
  context.save()
  context.strokeStyle = colour
  context.lineCap = 'round'
  context.lineWidth = width
  context.globalAlpha = 0.5
  context.beginPath()
  for (let index = 0; index <= POINTS; index++) {
    const { x, y } = pointAt(table, index / POINTS)
    context.lineTo(x, y)
  }
  context.stroke()
  context.globalAlpha = 1
  context.lineWidth = 2
  for (let index = 0; index < CHEVRONS; index++) {
    const t = (index + (time % CHEVRON_PERIOD) / CHEVRON_PERIOD) / CHEVRONS
    drawChevron(context, table, t, width)
  }
  context.restore()
}

function drawChevron(context: CanvasRenderingContext2D, table: PathTable, t: number, width: number): void {
  const tip = pointAt(table, t)
  const back = pointAt(table, Math.max(0, t - 0.04))
  const length = Math.hypot(tip.x - back.x, tip.y - back.y)
  if (length === 0) return
  const along = { x: (tip.x - back.x) / length, y: (tip.y - back.y) / length }
  const size = width / 2 + 2
  context.beginPath()
  context.moveTo(tip.x - (along.x + along.y) * size, tip.y - (along.y - along.x) * size)
  context.lineTo(tip.x, tip.y)
  context.lineTo(tip.x - (along.x - along.y) * size, tip.y - (along.y + along.x) * size)
  context.stroke()
}
