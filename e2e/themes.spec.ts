import type { Page } from '@playwright/test'
import { axeViolations } from './browser/axe-violations.ts'
import { contrastRatio } from './browser/contrast.ts'
import { expect, test } from './browser/learner-test.ts'

const SURFACES = ['--bg', '--panel', '--sunk'] as const
const TEXTS = ['--ink', '--muted', '--accent', '--error', '--warn', '--ok', '--held'] as const
const LINES = ['--line'] as const

/** WCAG 2.2: 1.4.3 and 1.4.11; `contrast` promises 1.4.6 for text, and for lines what text has elsewhere. */
const THEMES = [
  { theme: 'light', label: 'Light', text: 4.5, line: 3 },
  { theme: 'dark', label: 'Dark', text: 4.5, line: 3 },
  { theme: 'contrast', label: 'High contrast', text: 7, line: 4.5 },
] as const

/** Themes differ in their colours only: one is looked at whole. */
const violations = (page: Page, theme: string): Promise<readonly string[]> =>
  axeViolations(page, theme === 'light' ? {} : { rules: ['color-contrast'] })

test.describe('a desktop', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('has nothing that axe finds, in any theme', { tag: '@slow' }, async ({ page, frameflow }) => {
    await frameflow.start()
    await frameflow.greet()
    await frameflow.client('A Ada').options.click()
    await page.keyboard.press('?')
    await expect(page.getByRole('complementary', { name: 'Keys' })).toBeVisible()
    for (const { theme, label } of THEMES) {
      await page.getByRole('combobox', { name: 'Theme' }).selectOption(label)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      expect(await violations(page, theme), theme).toEqual([])
    }
    await expect(page).toHaveURL(/[?&]theme=contrast(&|$)/)
  })

  test('has nothing that axe finds in what opens over it', { tag: '@slow' }, async ({ page, frameflow }) => {
    await frameflow.start()
    await frameflow.greet()
    const search = page.getByRole('search', { name: 'Search the trace' })
    const openers = [
      search.getByRole('button', { name: 'Terms' }),
      page.getByRole('button', { name: 'Export', exact: true }),
      page.getByRole('button', { name: /^Heart-beats of Ada/ }),
    ]
    for (const { theme, label } of THEMES) {
      await page.getByRole('combobox', { name: 'Theme' }).selectOption(label)
      await page.getByRole('tab', { name: 'Timeline' }).click()
      await page.keyboard.press('/')
      await search.getByRole('searchbox').fill('type:SEND')
      await search.getByRole('button', { name: 'Next match (N)' }).click()
      await expect(page.locator('[data-found]').first()).toBeVisible()
      expect(await violations(page, theme), `${theme}, the search over the timeline`).toEqual([])
      await page.getByRole('tab', { name: 'Clients' }).click()
      for (const opener of openers) {
        await opener.click()
        await expect(page.locator(':popover-open :is(button, td)').first()).toBeVisible()
        expect(await violations(page, theme), `${theme}, ${opener}`).toEqual([])
        await page.keyboard.press('Escape')
      }
      await page.keyboard.press('Escape')
      await expect(search).toBeHidden()
    }
  })
})

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('has nothing that axe finds, in any theme and on any tab', { tag: '@slow' }, async ({ page, frameflow }) => {
    await page.goto('/')
    await page.getByRole('tab', { name: 'Clients' }).click()
    await expect(frameflow.client('B Bob').subscriptions.getByRole('listitem')).toHaveCount(1)
    for (const { theme, label } of THEMES) {
      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('combobox', { name: 'Theme' }).selectOption(label)
      if (theme === 'light') expect(await violations(page, theme), 'the settings').toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      for (const view of ['Learn', 'Clients', 'Log', 'Flow']) {
        await page.getByRole('tab', { name: view }).click()
        expect(await violations(page, theme), `${theme}, ${view}`).toEqual([])
      }
      await page.getByRole('button', { name: 'Search the trace' }).click()
      await page.getByRole('searchbox', { name: 'Search the trace' }).fill('type:CONNECT')
      expect(await violations(page, theme), `${theme}, the search`).toEqual([])
      await page.getByRole('button', { name: 'End the search' }).click()
    }
  })
})

test('every theme keeps its contrast on every surface', async ({ page, frameflow }) => {
  await frameflow.open()
  for (const { theme, ...least } of THEMES) {
    const colours = await page.evaluate(
      ([chosen, names]) => {
        document.documentElement.dataset.theme = chosen
        const probe = document.body.appendChild(document.createElement('i'))
        return Object.fromEntries(
          names.map((name) => {
            probe.style.color = `var(${name})`
            return [name, getComputedStyle(probe).color]
          }),
        )
      },
      [theme, [...SURFACES, ...TEXTS, ...LINES]] as const,
    )
    const ratio = (one: string, other: string) => contrastRatio(colours[one] ?? '', colours[other] ?? '')
    const tooLow = SURFACES.flatMap((surface) => [
      ...TEXTS.filter((text) => ratio(text, surface) < least.text).map((text) => `${text} on ${surface}`),
      ...LINES.filter((line) => ratio(line, surface) < least.line).map((line) => `${line} on ${surface}`),
    ])
    expect(tooLow, theme).toEqual([])
  }
})

test('with forced colours no box, line or letter is lost', async ({ page, frameflow }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await frameflow.start()
  const boxes = await frameflow.diagram.locator('[data-station]').evaluateAll((elements) =>
    elements.map((element) => {
      const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element)
      const outlined = borderTopStyle !== 'none' && borderTopWidth !== '0px'
      return { name: element.getAttribute('data-station'), seen: outlined && borderTopColor !== backgroundColor }
    }),
  )
  expect(boxes.length).toBeGreaterThanOrEqual(12)
  expect(boxes.filter(({ seen }) => !seen)).toEqual([])
  const lostLetters = await page.locator('.client-letter').evaluateAll(
    (elements) =>
      elements.filter((element) => {
        const { color, backgroundColor } = getComputedStyle(element)
        return color === backgroundColor
      }).length,
  )
  expect(lostLetters).toBe(0)
  const [background, line] = await page.evaluate(() => [
    getComputedStyle(document.body).backgroundColor,
    getComputedStyle(document.querySelector('.flow-edge-line') ?? document.body).stroke,
  ])
  expect(line).not.toBe(background)
})
