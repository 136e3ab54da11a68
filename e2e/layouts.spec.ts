import type { Page } from '@playwright/test'
import { type Language, phrases } from '../content/phrases/index.ts'
import { layoutFaults } from './browser/layout-faults.ts'
import { expect, test } from './browser/learner-test.ts'

const NO_FAULTS = { sideways: 0, overlaps: [], clipped: [], small: [] }

/** Events from one look to the next. */
const EVERY = 7

const SCREENS: readonly { readonly width: number; readonly height: number; readonly tag?: string }[] = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080, tag: '@slow' },
  { width: 900, height: 800, tag: '@slow' },
]

const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const

/** By its place in the settings, which may be folded behind a button, and whatever the language is now. */
const switchToVietnamese = async (page: Page): Promise<void> => {
  const select = page.getByRole('combobox', { name: phrases.en['shell.language'] })
  const settings = page.getByRole('button', { name: phrases.en['shell.settings'] })
  if (!(await select.isVisible())) await settings.click()
  await select.selectOption('vi')
  await page.keyboard.press('Escape')
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
}

for (const { tag = [], ...viewport } of SCREENS) {
  test.describe(`${viewport.width}×${viewport.height}`, { tag }, () => {
    test.use({ viewport })

    test('has no fault of layout at any step, in English and in Vietnamese', async ({ page, frameflow }) => {
      await frameflow.start()
      await frameflow.greet()
      const { length } = await frameflow.inspection.events()
      for (const language of ['en', 'vi'] satisfies readonly Language[]) {
        if (language === 'vi') await switchToVietnamese(page)
        for (let cursor = 0; cursor < length; cursor += EVERY) {
          await frameflow.inspection.seek(cursor)
          expect(await layoutFaults(page), `${language}, the cursor at ${cursor}`).toEqual(NO_FAULTS)
        }
      }
    })
  })
}

for (const viewport of PHONES) {
  test.describe(`${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport })

    test('has no fault of layout on any tab, in English and in Vietnamese', async ({ page, frameflow }) => {
      await page.goto('/')
      await page.getByRole('tab', { name: 'Clients' }).click()
      await expect(frameflow.client('B Bob').subscriptions.getByRole('listitem')).toHaveCount(1)
      await frameflow.client('A Ada').sendHello.click()
      await expect(frameflow.client('B Bob').frames.getByText('MESSAGE')).toBeVisible()
      for (const language of ['en', 'vi'] satisfies readonly Language[]) {
        if (language === 'vi') await switchToVietnamese(page)
        for (const view of ['clients', 'log', 'learn', 'flow'] as const) {
          const tab = page.getByRole('tab', { name: phrases[language][`shell.tab-${view}`], exact: true })
          await tab.click()
          await expect(tab).toHaveAttribute('aria-selected', 'true')
          if (view === 'log') await expect(page.getByRole('log').getByText('MESSAGE').last()).toBeInViewport()
          expect(await layoutFaults(page), `${language}, ${view}`).toEqual(NO_FAULTS)
        }
      }
    })
  })
}

test.describe('a phone', () => {
  test.use({ viewport: PHONES[0] })

  test('shows the flow as the route, with buttons for thumbs', async ({ page, frameflow }) => {
    await page.goto('/')
    await expect(page.getByRole('tab', { name: 'Flow' })).toHaveAttribute('aria-selected', 'true')
    await expect(frameflow.diagram).toHaveCount(0)
    await expect(frameflow.route().getByRole('listitem').first()).toBeVisible()
    await frameflow.playback('Step back').click()
    const text = await frameflow.caption.textContent()
    await frameflow.playback('Step').click()
    await expect(frameflow.caption).not.toHaveText(text ?? '')
    const markers = page.getByRole('group', { name: 'Markers' }).getByRole('button')
    await expect(markers).toHaveCount(3)
    const large = [frameflow.playback('Step back'), frameflow.playback('Step'), ...(await markers.all())]
    for (const button of large) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await page.getByRole('button', { name: 'Mark this moment' }).click()
    await page.getByRole('textbox', { name: 'Label of mark 1' }).fill('here')
    await expect(page).toHaveURL(/mark=\d+-here/)
    const marked = await frameflow.inspection.cursor()
    await page.getByRole('button', { name: 'Previous marker' }).click()
    expect(await frameflow.inspection.cursor()).toBeLessThan(marked)
    await expect(page.getByRole('button', { name: 'Mark this moment' })).toBeVisible()
  })
})

test.describe('text at 200 %', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('reflows without scrolling sideways and without cut text', async ({ page, frameflow }) => {
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%'
      })
    })
    await page.goto('/')
    await expect(frameflow.client('A Ada').status('connected')).toBeVisible()
    await expect(frameflow.route().getByRole('listitem').first()).toBeVisible()
    expect(await layoutFaults(page)).toEqual(NO_FAULTS)
  })
})
