// Paints the diagram's canvas beside the page: without a GPU, copying is what costs most in a picture.
import { CanvasPainter } from './canvas-painter.ts'
import type { CanvasPicture, PaintMessage } from './canvas-picture.ts'

let painter: CanvasPainter | null = null
let newest: CanvasPicture | null = null

/** The newest picture, once for each picture of the screen: what came between is never seen. */
const paint = (): void => {
  if (newest !== null) painter?.paint(newest)
  newest = null
}

addEventListener('message', ({ data }: MessageEvent<PaintMessage>) => {
  if ('canvas' in data) painter = new CanvasPainter(data.canvas)
  else if ('sprite' in data) painter?.take(data.sprite, data.image)
  else if ('drop' in data) painter?.drop(data.drop)
  else {
    if (newest === null) requestAnimationFrame(paint)
    newest = data.picture
  }
})
