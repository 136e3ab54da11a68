import { phrases } from '../content/phrases/index.ts'
import { layoutFaults } from './browser/layout-faults.ts'
import { expect, test } from './browser/learner-test.ts'

const NO_FAULTS = { sideways: 0, overlaps: [], clipped: [], small: [] }

/** Events from one look to the next. */
const EVERY = 5

const SCREENS = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 900, height: 800 },
] as const

const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const

for (const viewport of SCREENS) {
  test.describe(`${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport })

    for (const lang of ['en', 'vi'] as const) {
      test(`has no fault of layout in ${lang}, at any step`, async ({ page, frameflow }) => {
        await page.goto(`/?lang=${lang}`)
        const card = page.getByRole('group', { name: /\bB Bob$/ })
        await expect(card.getByText(phrases[lang]['clients.status-connected'], { exact: true })).toBeVisible()
        await page.getByRole('button', { name: phrases[lang]['playback.go-live'] }).click()
        await frameflow.inspection.atRest()
        expect(await layoutFaults(page)).toEqual(NO_FAULTS)

        const { length } = await frameflow.inspection.events()
        await page.getByRole('button', { name: phrases[lang]['clients.send-hello'] }).click()
        await expect.poll(async () => (await frameflow.inspection.events()).length).toBeGreaterThan(length + 30)
        for (let cursor = 0; cursor < length + 30; cursor += EVERY) {
          await frameflow.inspection.seek(cursor)
          expect(await layoutFaults(page), `with the cursor at ${cursor}`).toEqual(NO_FAULTS)
        }
      })
    }

    test('Skip to route leads to the route', async ({ page, frameflow }) => {
      await frameflow.start()
      await page.keyboard.press('Shift+Tab')
      await page.getByRole('link', { name: 'Skip to route' }).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await expect(frameflow.route().locator(':focus')).toHaveAttribute('aria-current', 'step')
    })
  })
}

for (const viewport of PHONES) {
  test.describe(`${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport })

    for (const lang of ['en', 'vi'] as const) {
      test(`has no fault of layout in ${lang}, on any tab`, async ({ page }) => {
        await page.goto(`/?lang=${lang}`)
        const tab = (view: 'learn' | 'flow' | 'clients' | 'log') =>
          page.getByRole('tab', { name: phrases[lang][`shell.tab-${view}`], exact: true })
        await tab('clients').click()
        const card = page.getByRole('group', { name: /\bB Bob$/ })
        await expect(card.getByText(phrases[lang]['clients.status-connected'], { exact: true })).toBeVisible()
        await page.getByRole('button', { name: phrases[lang]['clients.send-hello'] }).click()
        await expect(card.getByText('MESSAGE').first()).toBeVisible()
        for (const view of ['clients', 'log', 'learn', 'flow'] as const) {
          await tab(view).click()
          await expect(tab(view)).toHaveAttribute('aria-selected', 'true')
          expect(await layoutFaults(page), view).toEqual(NO_FAULTS)
        }
      })
    }

    test('the flow is the route, with buttons to step', async ({ page, frameflow }) => {
      await page.goto('/')
      await expect(page.getByRole('tab', { name: 'Flow' })).toHaveAttribute('aria-selected', 'true')
      await expect(frameflow.diagram).toHaveCount(0)
      await expect(frameflow.route().getByRole('listitem').first()).toBeVisible()
      await frameflow.playback('Step back').click()
      const text = await frameflow.caption.textContent()
      await frameflow.playback('Step').click()
      await expect(frameflow.caption).not.toHaveText(text ?? '')
      for (const name of ['Step back', 'Step']) {
        expect((await frameflow.playback(name).boundingBox())?.height).toBeGreaterThanOrEqual(44)
      }
    })
  })
}

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
    const { sideways, clipped, overlaps } = await layoutFaults(page)
    expect({ sideways, clipped, overlaps }).toEqual({ sideways: 0, clipped: [], overlaps: [] })
  })
})
