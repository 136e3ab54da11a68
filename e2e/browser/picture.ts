import type { Page } from '@playwright/test'

/** What the page shows of one moment, apart from how far the log has come meanwhile. */
export interface Picture {
  readonly caption: string
  /** Of every box its name, its text and whether it is outlined, in the order of the flow. */
  readonly boxes: readonly { readonly name: string; readonly text: string; readonly active: boolean }[]
  /** The text twin, hop by hop. */
  readonly route: readonly { readonly text: string; readonly current: boolean }[]
  readonly state: unknown
}

export const pictureOf = (page: Page): Promise<Picture> =>
  page.evaluate(() => {
    const textOf = (element: Element): string => element.textContent ?? ''
    return {
      caption: textOf(document.querySelector('[role="status"][aria-label="Caption"]') ?? document.body),
      boxes: Array.from(document.querySelectorAll('[data-station]'), (box) => ({
        name: box.getAttribute('aria-label') ?? '',
        text: textOf(box),
        active: box.hasAttribute('data-active'),
      })),
      route: Array.from(document.querySelectorAll('[aria-label^="Route of message"] > li'), (hop) => ({
        text: textOf(hop),
        current: hop.getAttribute('aria-current') === 'step',
      })),
      state: window.frameflow.state(),
    }
  })
