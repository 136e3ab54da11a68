import { type Language, phrases } from '../content/phrases/index.ts'
import { expect, test } from './browser/learner-test.ts'

/** What a page shows or speaks: the text of each text node, and the attributes that are read aloud. */
const visibleTexts = (): string[] => {
  const texts = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement
    if (node instanceof Element) {
      if (element?.closest('[aria-hidden="true"]')) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
        texts.add(node.getAttribute(name) ?? '')
    } else if (!element?.closest('script, style, code, [lang]:not(html)')) {
      // Long names are cut by <wbr> where they may break.
      texts.add((element?.querySelector(':scope > wbr') ? element : node).textContent ?? '')
    }
  }
  return [...texts].map((text) => text.trim()).filter((text) => text !== '')
}

/** Matches a whole text, or a stretch between two subjects, that this phrase says. */
const patternsOf = (phrase: string): readonly RegExp[] =>
  phrase
    .split('**')
    .map((part) => part.trim())
    .filter((part) => /[A-Za-z]{3}/.test(part.replaceAll(/\{\w+\}/g, '')))
    .map((part) => {
      const literal = part.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+')
      return new RegExp(`^${literal}$`)
    })

/** The phrases of one language that the other says in other words. */
const onlyIn = (language: Language, other: Language): readonly RegExp[] => {
  const others = new Set(Object.values(phrases[other]).flatMap(patternsOf).map(String))
  return Object.values(phrases[language])
    .flatMap(patternsOf)
    .filter((pattern) => !others.has(String(pattern)))
}

test('under lang=vi nothing of the page is left in English', async ({ page, frameflow }) => {
  await page.goto('/?lang=vi')
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  const card = page.getByRole('group', { name: / A Ada$/ })
  await expect(card.getByText(phrases.vi['clients.status-connected'], { exact: true })).toBeVisible()
  await card.getByRole('button', { name: phrases.vi['clients.send-hello'], exact: true }).click()
  await page.getByRole('button', { name: phrases.vi['playback.go-live'] }).click()
  await page.getByRole('button', { name: phrases.vi['clients.options'] }).first().click()
  await page.getByRole('button', { name: phrases.vi['shell.keys'], exact: true }).click()
  await frameflow.inspection.atRest()
  const english = onlyIn('en', 'vi')
  const texts = await page.evaluate(visibleTexts)
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((text) => english.some((phrase) => phrase.test(text)))).toEqual([])
})

test('the language is switched live, and the address and the next visit keep it', async ({ page, frameflow }) => {
  await frameflow.start()
  await frameflow.greet()
  const english = await frameflow.caption.textContent()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Tiếng Việt')
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await expect(page).toHaveURL(/[?&]lang=vi(&|$)/)
  const caption = page.getByRole('status', { name: phrases.vi['shell.caption'] })
  await expect(caption).not.toHaveText(english ?? '')
  await expect(caption).toContainText('Bob')
  await expect(
    page.getByRole('list', { name: phrases.vi['playback.route-of'].replace('{message}', '5') }),
  ).toBeVisible()

  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
})

test('protocol words and the names of Spring stay as they are', async ({ page }) => {
  await page.goto('/?lang=vi')
  const diagram = page.getByRole('application', { name: phrases.vi['diagram.name'] })
  for (const station of ['clientInboundChannel', 'simpAnnotationMethodMessageHandler', 'simpleBrokerMessageHandler']) {
    await expect(diagram.getByRole('button', { name: new RegExp(`^${station}\\b`) })).toBeVisible()
  }
})
