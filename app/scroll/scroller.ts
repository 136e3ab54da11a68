/** Scrolls one element, and nothing around it, until a part of it is seen. Focus stays where it is. */
export function keepInView(scroller: HTMLElement, part: HTMLElement): void {
  const { top, bottom } = scroller.getBoundingClientRect()
  const seen = { top: top + scrollPadding(scroller), bottom }
  const box = part.getBoundingClientRect()
  if (box.top < seen.top) scroller.scrollTop -= seen.top - box.top
  else if (box.bottom > seen.bottom) scroller.scrollTop += Math.min(box.bottom - seen.bottom, box.top - seen.top)
}

/** The nearest ancestor that scrolls. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent)
    if (overflowY === 'auto' || overflowY === 'scroll') return parent
  }
  return null
}

/** What always covers the upper edge of a scroller, in pixels. */
export function scrollPadding(scroller: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(scroller).scrollPaddingBlockStart) || 0
}
