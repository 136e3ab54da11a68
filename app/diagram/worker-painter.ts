import type { CanvasPicture, PaintMessage } from './canvas-picture.ts'

/** Paints a canvas in a worker of its own; from here on nobody else may. */
export class WorkerPainter {
  readonly #worker: Worker
  #sprites = 0
  #empty = true

  constructor(canvas: HTMLCanvasElement) {
    this.#worker = new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' })
    const offscreen = canvas.transferControlToOffscreen()
    this.#tell({ canvas: offscreen }, offscreen)
  }

  /** @returns the sprite's number in a picture's copies. What was drawn is handed over, and gone from `drawn`. */
  add(drawn: OffscreenCanvas): number {
    const image = drawn.transferToImageBitmap()
    this.#sprites += 1
    this.#tell({ sprite: this.#sprites, image }, image)
    return this.#sprites
  }

  drop(sprites: readonly number[]): void {
    if (sprites.length > 0) this.#tell({ drop: sprites })
  }

  paint(picture: CanvasPicture): void {
    const empty = picture.copies.length === 0
    if (empty && this.#empty) return
    this.#empty = empty
    this.#tell({ picture }, picture.copies.buffer)
  }

  close(): void {
    this.#worker.terminate()
  }

  #tell(message: PaintMessage, ...handedOver: Transferable[]): void {
    this.#worker.postMessage(message, handedOver)
  }
}
