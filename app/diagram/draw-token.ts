import type { DetailLevel, Token } from '../projection/token.ts'
import { clientHue } from '../styles/client-hue.ts'
import { type Outline, TOKEN_FILLS, TOKEN_MARKS, TOKEN_OUTLINES } from '../styles/token-outline.ts'
import type { Point } from './box.ts'
import type { CanvasPalette } from './canvas-palette.ts'

export interface TokenLook {
  readonly level: DetailLevel
  /** Of travel: the arrow of a SEND points there. */
  readonly toTheLeft: boolean
  readonly selected: boolean
}

/** Of a token with a label, and of one that stands for many and says only for how many. */
const LABEL = { height: 24, padding: 11 }
const COUNT = { height: 17, padding: 6 }
const BARE_SIZE = 14
const HEARTBEAT_SIZE = 9
const RING_GAP = 3
/** Share of the hue in a faint body; less below a label, which must be read. */
const FAINT = 0.6
const FAINT_BELOW_LABEL = 0.25

/** What is written on a token: whose, what, and for how many it stands. Letters and verbs, no language. */
export function tokenText({ client, recipient, label, weight, shape }: Token): string {
  const whose = recipient === null ? client : `${client}→${recipient}`
  const mark = shape === 'error' ? '!' : ''
  const count = weight > 1 ? `×${weight}` : ''
  return [whose, label, mark, count].filter((part) => part !== '').join(' ')
}

/** Half the width and half the height of a token. */
export function tokenExtent(
  ruler: OffscreenCanvasRenderingContext2D,
  token: Token,
  level: DetailLevel,
  { widths }: CanvasPalette,
): Point {
  if (token.shape === 'heartbeat') return { x: HEARTBEAT_SIZE / 2, y: HEARTBEAT_SIZE / 2 }
  if (level > 0 && token.weight === 1) return { x: BARE_SIZE / 2, y: BARE_SIZE / 2 }
  const text = level === 0 ? tokenText(token) : `×${token.weight}`
  const { height, padding } = level === 0 ? LABEL : COUNT
  const width = widths.get(text) ?? ruler.measureText(text).width
  widths.set(text, width)
  return { x: width / 2 + padding, y: height / 2 }
}

/**
 * Draws a token around the origin of the context.
 *
 * @param extent as {@link tokenExtent} gives it
 */
export function drawToken(
  context: OffscreenCanvasRenderingContext2D,
  token: Token,
  { x: w, y: h }: Point,
  palette: CanvasPalette,
  look: TokenLook,
): void {
  const hue = token.shape === 'error' ? palette.error : palette.hues[clientHue(token.client)]
  const fill = TOKEN_FILLS[token.shape]
  const labelled = look.level === 0 || token.weight > 1
  const filled = fill === 'solid' || fill === 'marked'
  context.lineJoin = 'round'

  if (token.recipient !== null) {
    ring(context, w + RING_GAP, h + RING_GAP, palette.hues[clientHue(token.recipient)])
  }
  if (look.selected) ring(context, w + RING_GAP * 2, h + RING_GAP * 2, palette.selection)

  trace(context, turned(TOKEN_OUTLINES[token.shape](w, h), look.toTheLeft), true)
  context.fillStyle = filled ? hue : palette.paper
  context.fill()
  if (fill === 'faint') {
    context.globalAlpha = labelled ? FAINT_BELOW_LABEL : FAINT
    context.fillStyle = hue
    context.fill()
    context.globalAlpha = 1
  }
  context.strokeStyle = hue
  context.lineWidth = 2
  context.stroke()

  const mark = TOKEN_MARKS[token.shape]
  if (mark !== undefined && (!labelled || token.shape === 'message')) {
    trace(context, mark(w, h), false)
    context.strokeStyle = filled ? palette.onHue : hue
    context.lineWidth = 1.5
    context.globalAlpha = labelled ? 0.45 : 1
    context.stroke()
    context.globalAlpha = 1
  }
  if (labelled && token.shape !== 'heartbeat') {
    context.fillStyle = filled ? (fill === 'marked' ? palette.onError : palette.onHue) : palette.ink
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(look.level === 0 ? tokenText(token) : `×${token.weight}`, 0, 1)
  }
}

function turned(outline: Outline, toTheLeft: boolean): Outline {
  return toTheLeft ? outline.map(([x, y]) => [-x, y] as const) : outline
}

function trace(context: OffscreenCanvasRenderingContext2D, outline: Outline, closed: boolean): void {
  context.beginPath()
  for (const [x, y] of outline) context.lineTo(x, y)
  if (closed) context.closePath()
}

function ring(context: OffscreenCanvasRenderingContext2D, w: number, h: number, colour: string): void {
  context.beginPath()
  context.roundRect(-w, -h, w * 2, h * 2, 6)
  context.strokeStyle = colour
  context.lineWidth = 2
  context.stroke()
}
