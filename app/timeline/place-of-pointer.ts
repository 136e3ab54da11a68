import type { PointerEvent } from 'react'

/** Where a pointer is over the element that listens, in `[0, 1]` of its width. */
export function placeOfPointer({ currentTarget, clientX }: PointerEvent): number {
  const { left, width } = currentTarget.getBoundingClientRect()
  return width === 0 ? 0 : Math.min(1, Math.max(0, (clientX - left) / width))
}
