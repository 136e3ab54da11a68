import type { Page } from '@playwright/test'

/** What a layout must never have, each by a line that says where. */
export interface LayoutFaults {
  /** Pixels that the page can be scrolled sideways. */
  readonly sideways: number
  /** Boxes of the diagram that lie over one another. */
  readonly overlaps: readonly string[]
  /** Text that its element cuts off, without an ellipsis and a title or name that says it whole. */
  readonly clipped: readonly string[]
  /** Text below the least size on the screen. */
  readonly small: readonly string[]
}

const LEAST_TYPE = 12

export const layoutFaults = (page: Page): Promise<LayoutFaults> =>
  page.evaluate((leastType) => {
    const { documentElement: root } = document
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').trim().slice(0, 40)}"`
    // What only a screen reader gets is clipped to nothing.
    const isSpokenOnly = (element: Element): boolean => getComputedStyle(element).clipPath === 'inset(50%)'
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('.skip-link') === null &&
      !isSpokenOnly(element) &&
      !(element.parentElement !== null && isSpokenOnly(element.parentElement))
    const hasOwnText = (element: Element): boolean =>
      Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())

    const boxes = Array.from(document.querySelectorAll('[data-station]'), (element) => ({
      name: element.getAttribute('data-place') ?? '',
      area: element.getBoundingClientRect(),
    }))
    const overlaps = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(({ area }) => {
          const width = Math.min(one.area.right, area.right) - Math.max(one.area.left, area.left)
          const height = Math.min(one.area.bottom, area.bottom) - Math.max(one.area.top, area.top)
          return width > 0.5 && height > 0.5
        })
        .map((other) => `${one.name} and ${other.name}`),
    )

    const texts = Array.from(document.querySelectorAll('#root *')).filter(
      (element) => element instanceof HTMLElement && hasOwnText(element) && isShown(element),
    ) as HTMLElement[]
    const cuts = (element: HTMLElement): boolean => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
      const over = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
      const saidWhole = textOverflow === 'ellipsis' && element.closest('[title], [data-station]') !== null
      return over && !saidWhole && (hides(overflowX) || hides(overflowY))
    }
    // Text that leaves its box of the diagram, or that a box hides.
    const leaves = (element: HTMLElement): boolean => {
      const box = element.closest('[data-station]')
      if (box === null || box === element) return false
      const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()]
      return inner.right > outer.right + 0.5 || inner.bottom > outer.bottom + 0.5 || inner.left < outer.left - 0.5
    }

    const scaleOf = (element: HTMLElement): number => {
      const wide = element.closest<HTMLElement>('.react-flow__viewport')
      return wide === null ? 1 : new DOMMatrix(getComputedStyle(wide).transform).a
    }
    const sizeOf = (element: HTMLElement): number =>
      Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element)

    return {
      sideways: root.scrollWidth - root.clientWidth,
      overlaps,
      clipped: texts.filter((element) => cuts(element) || leaves(element)).map(nameOf),
      small: texts
        .filter((element) => sizeOf(element) < leastType - 0.05)
        .map((element) => `${nameOf(element)}: ${sizeOf(element).toFixed(1)} px`),
    }
  }, LEAST_TYPE)
