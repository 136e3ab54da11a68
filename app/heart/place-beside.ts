/** Pixels between a panel and the window's edge. */
const MARGIN = 8

/** Puts a popover under or over what opened it, wherever there is more room, and within the window's sides. */
export function placeBeside({ offsetWidth, style }: HTMLElement, opener: HTMLElement): void {
  const { innerWidth, innerHeight } = window
  const { left, top, bottom } = opener.getBoundingClientRect()
  const isUnder = innerHeight - bottom >= top
  style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - offsetWidth - MARGIN))}px`
  style.top = isUnder ? `${bottom}px` : 'auto'
  style.bottom = isUnder ? 'auto' : `${innerHeight - top}px`
  style.maxHeight = `${(isUnder ? innerHeight - bottom : top) - MARGIN}px`
}
