import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { contrastRatio } from './browser/contrast.ts'
import { expect, test } from './browser/learner-test.ts'

const THEMES = ['light', 'dark', 'contrast'] as const
const SURFACES = ['--bg', '--panel', '--sunk'] as const
const TEXTS = ['--ink', '--muted', '--accent', '--error', '--warn', '--ok', '--held'] as const
const LINES = ['--line'] as const

const SCREENS = [
  { name: 'desktop', viewport: { width: 1280, height: 800 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const

/** WCAG 2.2: 1.4.3 and 1.4.11; `contrast` promises 1.4.6 for text, and lines as text elsewhere. */
const LEAST: Readonly<Record<(typeof THEMES)[number], { readonly text: number; readonly line: number }>> = {
  light: { text: 4.5, line: 3 },
  dark: { text: 4.5, line: 3 },
  contrast: { text: 7, line: 4.5 },
}

for (const theme of THEMES) {
  for (const { name, viewport } of SCREENS) {
    test.describe(`${theme} on a ${name}`, () => {
      test.use({ viewport })

      test('has nothing that axe finds', async ({ page, frameflow }) => {
        await page.goto(`/?theme=${theme}`)
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        if (name === 'phone') {
          for (const view of ['Learn', 'Clients', 'Log', 'Flow']) {
            await page.getByRole('tab', { name: view }).click()
            expect(await violations(page)).toEqual([])
          }
        } else {
          await expect(frameflow.client('B Bob').status('connected')).toBeVisible()
          await frameflow.playback('Go live').click()
          await frameflow.greet()
          await page.keyboard.press('?')
          await frameflow.client('A Ada').options.click()
          await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
          expect(await violations(page)).toEqual([])
        }
      })
    })
  }

  test(`${theme} keeps its contrast on every surface`, async ({ page, frameflow }) => {
    await frameflow.open({ theme })
    const colours = await page.evaluate(
      (names) => {
        const probe = document.body.appendChild(document.createElement('i'))
        return Object.fromEntries(
          names.map((name) => {
            probe.style.color = `var(${name})`
            return [name, getComputedStyle(probe).color]
          }),
        )
      },
      [...SURFACES, ...TEXTS, ...LINES],
    )
    const ratio = (one: string, other: string) => contrastRatio(colours[one] ?? '', colours[other] ?? '')
    const tooLow = SURFACES.flatMap((surface) => [
      ...TEXTS.filter((text) => ratio(text, surface) < LEAST[theme].text).map((text) => `${text} on ${surface}`),
      ...LINES.filter((line) => ratio(line, surface) < LEAST[theme].line).map((line) => `${line} on ${surface}`),
    ])
    expect(tooLow).toEqual([])
  })
}

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
  const letters = await page.locator('.client-letter').evaluateAll((elements) =>
    elements.filter((element) => {
      const { color, backgroundColor } = getComputedStyle(element)
      return color === backgroundColor
    }),
  )
  expect(letters).toEqual([])
  const [background, line] = await page.evaluate(() => [
    getComputedStyle(document.body).backgroundColor,
    getComputedStyle(document.querySelector('.flow-edge-line') ?? document.body).stroke,
  ])
  expect(line).not.toBe(background)
})

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}
