import { chevronSize, ribbonWidth, traceChevron, traceRibbon } from './draw-ribbon.ts'
import type { PathTable } from './path-table.ts'
import type { WorkerPainter } from './worker-painter.ts'

/** Where the layout lies on the canvas, in device pixels. */
export interface DevicePlace {
  /** Device pixels to a unit of the layout. */
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** A ribbon without its chevrons, and where it belongs on the canvas, in device pixels. */
export interface RibbonSprite {
  readonly sprite: number
  readonly left: number
  readonly top: number
}

/** A chevron, and its tip from the picture's corner. */
export interface ChevronSprite {
  readonly sprite: number
  readonly middle: number
}

/** What is smoothed at the edge, in device pixels. */
const MARGIN = 2
/** Directions of chevrons that can be told apart. */
const DIRECTIONS = 48
const CHEVRON_STROKE = 2

/** The parts of ribbons, drawn anew where their width has changed by half a unit; see {@link TokenSprites}. */
export class RibbonSprites {
  readonly #painter: WorkerPainter
  readonly #colour: string
  readonly #place: DevicePlace
  readonly #bodies = new Map<string, { readonly width: number; readonly body: RibbonSprite }>()
  readonly #chevrons = new Map<string, ChevronSprite>()

  constructor(painter: WorkerPainter, colour: string, place: DevicePlace) {
    this.#painter = painter
    this.#colour = colour
    this.#place = place
  }

  body(edge: string, table: PathTable, perSecond: number): RibbonSprite {
    const width = nearWidth(perSecond)
    const known = this.#bodies.get(edge)
    if (known?.width === width) return known.body
    if (known !== undefined) this.#painter.drop([known.body.sprite])
    const body = this.#drawBody(table, width)
    this.#bodies.set(edge, { width, body })
    return body
  }

  /** @param angle radians */
  chevron(angle: number, perSecond: number): ChevronSprite {
    const direction = Math.round((angle / (2 * Math.PI)) * DIRECTIONS)
    const width = nearWidth(perSecond)
    const key = `${direction} ${width}`
    const chevron = this.#chevrons.get(key) ?? this.#drawChevron((direction / DIRECTIONS) * 2 * Math.PI, width)
    this.#chevrons.set(key, chevron)
    return chevron
  }

  drop(): void {
    const parts = [...Array.from(this.#bodies.values(), ({ body }) => body), ...this.#chevrons.values()]
    this.#painter.drop(parts.map(({ sprite }) => sprite))
    this.#bodies.clear()
    this.#chevrons.clear()
  }

  #drawBody(table: PathTable, width: number): RibbonSprite {
    const { scale, x, y } = this.#place
    const around = (width / 2) * scale + MARGIN
    const xs = table.filter((_, index) => index % 2 === 0)
    const ys = table.filter((_, index) => index % 2 === 1)
    const left = Math.floor(x + Math.min(...xs) * scale - around)
    const top = Math.floor(y + Math.min(...ys) * scale - around)
    const right = Math.ceil(x + Math.max(...xs) * scale + around)
    const bottom = Math.ceil(y + Math.max(...ys) * scale + around)
    const image = new OffscreenCanvas(right - left, bottom - top)
    const context = image.getContext('2d')
    if (context !== null) {
      context.setTransform(scale, 0, 0, scale, x - left, y - top)
      context.strokeStyle = this.#colour
      context.lineCap = 'round'
      context.lineWidth = width
      context.globalAlpha = 0.5
      context.beginPath()
      traceRibbon(context, table)
      context.stroke()
    }
    return { sprite: this.#painter.add(image), left, top }
  }

  #drawChevron(angle: number, width: number): ChevronSprite {
    const { scale } = this.#place
    const size = chevronSize(width)
    const middle = Math.ceil((size * Math.SQRT2 + CHEVRON_STROKE) * scale) + MARGIN
    const image = new OffscreenCanvas(2 * middle, 2 * middle)
    const context = image.getContext('2d')
    if (context !== null) {
      context.setTransform(scale, 0, 0, scale, middle, middle)
      context.rotate(angle)
      context.strokeStyle = this.#colour
      context.lineCap = 'round'
      context.lineWidth = CHEVRON_STROKE
      context.beginPath()
      traceChevron(context, size)
      context.stroke()
    }
    return { sprite: this.#painter.add(image), middle }
  }
}

function nearWidth(perSecond: number): number {
  return Math.round(ribbonWidth(perSecond) * 2) / 2
}
