import type { Page } from '@playwright/test'
import { axeViolations } from './browser/axe-violations.ts'
import { expect, test } from './browser/learner-test.ts'

const notes = (page: Page) => {
  const region = page.getByRole('region', { name: 'Notes', exact: true })
  return {
    region,
    title: region.getByRole('heading', { level: 2 }),
    /** Of the chapter's sections, once its text is there. */
    sections: region.getByRole('article').getByRole('heading', { level: 3 }),
    chapter: page.getByRole('combobox', { name: 'Chapter', exact: true }),
    chapters: page.getByRole('navigation', { name: 'Chapters', exact: true }),
    search: region.getByRole('searchbox', { name: 'Search notes' }),
  }
}

test('a chapter is chosen, linked to and left where it was read', async ({ page, frameflow }) => {
  await frameflow.open({ chapter: 'the-map' })
  const { title, sections, chapter, chapters } = notes(page)
  await expect(title).toHaveText('The map')
  const somewhere = sections.nth(2)
  await somewhere.evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
  await expect.poll(() => page.evaluate(() => localStorage.getItem('frameflow.reading'))).toContain('the-map')

  await chapter.selectOption({ label: '7 · Anatomy of a STOMP frame' })
  await expect(title).toHaveText('Anatomy of a STOMP frame')
  await chapters.getByRole('link', { name: /^Next chapter/ }).click()
  await expect(title).toHaveText('The map')
  await expect(somewhere).toBeInViewport()

  await chapters.getByRole('link', { name: /^Next chapter/ }).click()
  await expect(title).toHaveText('Controllers')
  await expect(title).toBeFocused()
  await expect(title).toBeInViewport()
  await expect(page).toHaveURL(/[?&]chapter=controllers(&|$)/)

  await page.reload()
  await expect(title).toHaveText('Controllers')

  await page.goto('/?chapter=the-map&lang=en#check-yourself')
  await expect(sections.and(page.locator('#check-yourself'))).toBeInViewport()
})

test('a chapter is read and left by keys alone', async ({ page, frameflow }) => {
  await frameflow.open({ chapter: 'the-map' })
  const { title, sections, chapters } = notes(page)
  const column = page.locator('.notes-column')
  const top = () => column.evaluate(({ scrollTop }) => scrollTop)
  await expect(title).toHaveText('The map')
  await expect(sections.first()).toBeAttached()
  await column.focus()
  await page.keyboard.press('PageDown')
  await expect.poll(top).toBeGreaterThan(0)
  const next = chapters.getByRole('link', { name: /^Next chapter/ })
  await next.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(next).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(title).toHaveText('Controllers')
  await expect(title).toBeFocused()
  await expect.poll(top).toBe(0)
  await page.keyboard.press('PageDown')
  await expect.poll(top).toBeGreaterThan(0)
})

test('words of the notes light boxes and lead into frames, and a box marks its paragraphs', async ({
  page,
  frameflow,
}) => {
  await frameflow.start({ chapter: 'the-map' })
  const { region, chapter } = notes(page)
  const inbound = frameflow.box('clientInboundChannel')
  const broker = frameflow.box('simpleBrokerMessageHandler')
  const show = region.getByRole('button', { name: 'clientInboundChannel', exact: true }).first()

  await show.click()
  await expect(show).toHaveAttribute('aria-pressed', 'true')
  await expect(broker).toHaveCSS('opacity', '0.35')
  await expect(inbound).toHaveCSS('opacity', '1')
  await page.keyboard.press('Escape')
  await expect(broker).toHaveCSS('opacity', '1')

  const term = region.getByRole('link', { name: 'simple broker' }).first()
  await term.focus()
  await expect(broker).toHaveAttribute('data-light', 'pointed')
  await expect(frameflow.client('B Bob').subscribeTo).toHaveAttribute('data-pointed')
  await expect(frameflow.client('B Bob').destination).not.toHaveAttribute('data-pointed')
  await page.keyboard.press('Enter')
  const entry = region.locator('#simple-broker')
  await expect(entry).toBeFocused()
  await expect(entry).toContainText('in-memory broker')
  await region.getByRole('link', { name: 'Back to “The map”' }).click()

  await frameflow.box('brokerChannel').click()
  const marked = region.locator('[data-chosen]')
  await expect(marked.first()).toBeInViewport()
  await expect(marked.first()).toContainText('brokerChannel')
  await expect(region.getByText(/^About brokerChannel: \d+ in this chapter/)).toBeVisible()

  await chapter.selectOption({ label: '4 · Frames, bit by bit' })
  await region.getByRole('button', { name: 'the mask', exact: true }).click()
  await expect(page.getByRole('button', { name: /^masking key: / })).toBeFocused()
  await expect(page.getByRole('status', { name: 'Explanation' })).toContainText('RFC 6455 § 5.3')
})

test('the paragraph at the cursor goes along, unless the reader is elsewhere', async ({ page, frameflow }) => {
  await frameflow.start({ chapter: 'the-map' })
  await frameflow.greet()
  const current = notes(page).region.locator('[data-current]')
  const hop = frameflow.route().getByRole('listitem')
  await hop
    .filter({ hasText: /^brokerChannel/ })
    .first()
    .click()
  await expect(current).toHaveCount(1)
  await expect(current).toContainText('brokerChannel')
  await expect(current).toBeInViewport()
  await current.hover()
  await page.mouse.wheel(0, 3000)
  await expect(current).not.toBeInViewport()
  await hop
    .filter({ hasText: /^clientInboundChannel/ })
    .first()
    .click()
  await expect(current).toContainText('clientInboundChannel')
  await expect(current).not.toBeInViewport()
})

test('the notes are searched in the language of the page', async ({ page, frameflow }) => {
  await frameflow.open({ chapter: 'introduction' })
  const { region, search, title } = notes(page)
  await search.fill('everybody asked')
  const found = region.getByRole('list', { name: 'Found' }).getByRole('link')
  await expect(found.first()).toHaveText('Everybody is asked')
  await found.first().click()
  await expect(title).toHaveText('The map')
  await expect(region.getByRole('heading', { name: 'Everybody is asked' })).toBeFocused()
  await expect(search).toHaveValue('')

  await page.goto('/?lang=vi')
  await page.getByRole('searchbox').first().fill('tam ban do')
  await expect(page.locator('.found-places')).toContainText('Tấm bản đồ')
})

test('paper gets the chapter, the picture as it stands and the route, on white', async ({ page, frameflow }) => {
  await frameflow.start({ chapter: 'the-map', theme: 'dark' })
  await frameflow.greet()
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.print-sheet')
  await expect(sheet.getByRole('heading', { name: 'The map', exact: true })).toBeVisible()
  await expect(sheet.locator('svg.still-figure')).toContainText('clientInboundChannel')
  await expect(sheet.getByRole('list', { name: 'Route of message 5' }).getByRole('listitem').first()).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(sheet).toHaveCSS('color', 'rgb(27, 31, 36)')
  await page.emulateMedia({ media: 'screen' })
  await expect(sheet).toHaveCount(0)
  await expect(frameflow.box('clientInboundChannel')).toBeVisible()
})

for (const language of ['en', 'vi']) {
  test(`no chapter has anything that axe finds, lang=${language}`, { tag: '@slow' }, async ({ page }) => {
    // So many texts, each looked at whole.
    test.slow()
    await page.goto(`/?lang=${language}`)
    const select = page.locator('.chapter-select select')
    await expect(select).toBeVisible()
    const values = await select
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
    const article = page.locator('.notes-region > article')
    for (const value of values) {
      await select.selectOption(value)
      await expect(article).toHaveAttribute('aria-busy', 'false')
      await expect(article.locator('.chapter-text, .glossary')).toBeVisible()
      // Colours are the same in both languages.
      const without = language === 'en' ? [] : ['color-contrast']
      expect(await axeViolations(page, { within: '.notes-region', without }), value).toEqual([])
    }
  })
}
