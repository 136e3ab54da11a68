import type { Token } from '../projection/token.ts'
import type { Point } from './box.ts'
import type { CanvasPalette } from './canvas-palette.ts'
import { drawToken, type TokenLook, tokenExtent } from './draw-token.ts'
import type { WorkerPainter } from './worker-painter.ts'

/** A token's picture, in device pixels. */
export interface TokenSprite {
  readonly sprite: number
  /** Of the token's middle from the picture's corner. */
  readonly middle: Point
}

/** Rings, their strokes, and what is smoothed at the edge, beyond the token's extent. */
const MARGIN = 9
/** Looks that are kept; a load has many counts. */
const MOST_SPRITES = 256

/**
 * Each look of a token is drawn once and copied from then on. Without a GPU, outlines and letters cost many times what a
 * copy costs, at each picture again.
 */
export class TokenSprites {
  readonly #painter: WorkerPainter
  readonly #palette: CanvasPalette
  /** Device pixels to a unit of the layout. */
  readonly #scale: number
  readonly #sprites = new Map<string, TokenSprite>()

  constructor(painter: WorkerPainter, palette: CanvasPalette, scale: number) {
    this.#painter = painter
    this.#palette = palette
    this.#scale = scale
  }

  /** @param ruler measures what is written, in the palette's font */
  of(ruler: OffscreenCanvasRenderingContext2D, token: Token, look: TokenLook): TokenSprite {
    const key = keyOf(token, look)
    const known = this.#sprites.get(key)
    if (known !== undefined) return known
    if (this.#sprites.size >= MOST_SPRITES) this.drop()
    const sprite = this.#draw(tokenExtent(ruler, token, look.level, this.#palette), token, look)
    this.#sprites.set(key, sprite)
    return sprite
  }

  drop(): void {
    this.#painter.drop(Array.from(this.#sprites.values(), ({ sprite }) => sprite))
    this.#sprites.clear()
  }

  #draw(extent: Point, token: Token, look: TokenLook): TokenSprite {
    const middle = {
      x: Math.ceil((extent.x + MARGIN) * this.#scale),
      y: Math.ceil((extent.y + MARGIN) * this.#scale),
    }
    const image = new OffscreenCanvas(2 * middle.x, 2 * middle.y)
    const context = image.getContext('2d')
    if (context !== null) {
      context.setTransform(this.#scale, 0, 0, this.#scale, middle.x, middle.y)
      context.font = this.#palette.font
      drawToken(context, token, extent, this.#palette, look)
    }
    return { sprite: this.#painter.add(image), middle }
  }
}

function keyOf({ client, recipient, label, weight, shape }: Token, { level, toTheLeft, selected }: TokenLook): string {
  return [client, recipient, label, weight, shape, level, toTheLeft, selected].join(' ')
}
