import type { Page } from '@playwright/test'

declare global {
  interface Window {
    captionRecord: string[]
  }
}

/** Notes every sentence that the caption shows, from the page's first moment on. Call it before the page is opened. */
export const recordCaptions = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  await page.addInitScript(() => {
    window.captionRecord = []
    const note = () => {
      const sentence = document.querySelector('[role="status"][aria-label="Caption"]')?.textContent
      if (sentence && sentence !== window.captionRecord.at(-1)) window.captionRecord.push(sentence)
    }
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => window.captionRecord)
}
