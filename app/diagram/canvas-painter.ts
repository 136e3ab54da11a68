import { type CanvasPicture, COPY_LENGTH } from './canvas-picture.ts'

/** Copies sprites onto a canvas. It knows neither tokens nor edges. */
export class CanvasPainter {
  readonly #canvas: OffscreenCanvas
  readonly #sprites = new Map<number, ImageBitmap>()

  constructor(canvas: OffscreenCanvas) {
    this.#canvas = canvas
  }

  take(sprite: number, image: ImageBitmap): void {
    this.#sprites.set(sprite, image)
  }

  drop(sprites: readonly number[]): void {
    for (const sprite of sprites) {
      this.#sprites.get(sprite)?.close()
      this.#sprites.delete(sprite)
    }
  }

  paint({ width, height, copies }: CanvasPicture): void {
    const canvas = this.#canvas
    const context = canvas.getContext('2d')
    if (context === null) return
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    }
    context.clearRect(0, 0, width, height)
    for (let at = 0; at < copies.length; at += COPY_LENGTH) {
      const [sprite = 0, left = 0, top = 0, opacity = 1] = copies.subarray(at, at + COPY_LENGTH)
      const image = this.#sprites.get(sprite)
      if (image === undefined) continue
      context.globalAlpha = opacity
      context.drawImage(image, left, top)
    }
  }
}
