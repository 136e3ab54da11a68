/** Numbers of one copy in {@link CanvasPicture.copies}. */
export const COPY_LENGTH = 4

/** What the canvas shows at one moment. Everything is in device pixels. */
export interface CanvasPicture {
  readonly width: number
  readonly height: number
  /** Copies of sprites, the lowest first, four numbers each: the sprite, its left and top edge, its opacity. */
  readonly copies: Float32Array<ArrayBuffer>
}

/** What the page says to the worker that paints. */
export type PaintMessage =
  | { readonly canvas: OffscreenCanvas }
  | { readonly sprite: number; readonly image: ImageBitmap }
  /** Nothing uses these sprites any more. */
  | { readonly drop: readonly number[] }
  | { readonly picture: CanvasPicture }
