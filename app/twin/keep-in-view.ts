/** Scrolls the nearest scrolling ancestor, and nothing further out, until the element is seen. Focus stays where it is. */
export function keepInView(element: HTMLElement): void {
  const scroller = scrollerOf(element)
  if (scroller === null) return
  const seen = scroller.getBoundingClientRect()
  const box = element.getBoundingClientRect()
  if (box.top < seen.top) scroller.scrollTop -= seen.top - box.top
  else if (box.bottom > seen.bottom) scroller.scrollTop += Math.min(box.bottom - seen.bottom, box.top - seen.top)
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent)
    if (overflowY === 'auto' || overflowY === 'scroll') return parent
  }
  return null
}
