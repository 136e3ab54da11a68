import type { Page } from '@playwright/test'
import { expect, test } from './browser/learner-test.ts'

const PER_SECOND = 100
const SECONDS = 20
const INBOUND = 'client:A>webSocketSession'

/** Changes of what a screen reader is told, from now on. */
const countSpoken = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let spoken = 0
    const regions = '[role="status"]:not([aria-live="off"]), [aria-live="polite"], [aria-live="assertive"]'
    new MutationObserver((changes) => {
      const said = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement))
      if (said.some((element) => element?.closest(regions) != null)) spoken += 1
      document.body.dataset.spoken = String(spoken)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })

/** Mean of the number on Ada's edge, and of what really passed there meanwhile, a second. */
const ratesOver = (page: Page, milliseconds: number) =>
  page.evaluate(
    async ([edge, time]) => {
      const shown: number[] = []
      const ends: number[] = []
      const until = performance.now() + time
      while (performance.now() < until) {
        const text = document.querySelector(`.edge-rate[data-edge="${edge}"]`)?.textContent ?? ''
        const at = window.frameflow.events(window.frameflow.cursor - 1, window.frameflow.cursor)[0]?.at ?? 0
        const number = Number.parseFloat(text)
        if (!Number.isNaN(number)) {
          shown.push(number)
          ends.push(at)
        }
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
      const sent = window.frameflow
        .events()
        .filter(({ type, client }) => type === 'websocket.frame-received' && client === 'A')
        .map(({ at }) => at)
      const passed = ends.map((end) => sent.filter((at) => at > end - 1000 && at <= end).length)
      const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
      return { shown: mean(shown), passed: mean(passed) }
    },
    [INBOUND, milliseconds] as const,
  )

test('a hundred messages a second still read: a number, every ERROR, few words, and a filter', {
  tag: '@slow',
}, async ({ page, frameflow }) => {
  test.setTimeout(180_000)
  await frameflow.start()
  for (const name of ['C Cy', 'D Dee']) {
    await frameflow.addClient.click()
    await frameflow.client(name).card.waitFor()
  }
  const third = frameflow.client('C Cy')
  await third.connect.click()
  await third.subscribe.click()
  await expect(third.subscriptions.getByRole('listitem')).toHaveCount(1)
  const refused = frameflow.client('D Dee')
  await refused.options.click()
  await refused.token.selectOption('expired')
  await refused.card.getByRole('checkbox', { name: 'Reconnect by itself' }).uncheck()

  const { card } = frameflow.client('A Ada')
  await card.getByRole('spinbutton', { name: 'Messages' }).fill(String(PER_SECOND * SECONDS))
  await card.getByRole('spinbutton', { name: 'Per second' }).fill(String(PER_SECOND))
  await countSpoken(page)
  await card.getByRole('button', { name: 'Repeat', exact: true }).click()
  await expect(page.locator(`.edge-rate[data-edge="${INBOUND}"]`)).toBeVisible()
  const { shown, passed } = await ratesOver(page, 6_000)
  process.stdout.write(`${shown.toFixed(1)} a second drawn, ${passed.toFixed(1)} a second passed\n`)
  expect(Math.abs(shown / passed - 1)).toBeLessThan(0.1)

  await refused.connect.click()
  await expect(refused.trouble).toBeVisible()
  await expect(card.getByRole('button', { name: 'Repeat', exact: true })).toBeVisible({ timeout: 90_000 })
  await frameflow.playback(/^Go live/).click()
  await frameflow.inspection.atRest()
  expect(Number(await page.evaluate(() => document.body.dataset.spoken))).toBeLessThanOrEqual(15)

  const error = (await frameflow.inspection.events()).find(
    (event) => event.type === 'stomp.frame-encoded' && event.frame.command === 'ERROR',
  )
  const drawn = await page.evaluate((seq) => {
    const { tokensAt, displayTime } = window.frameflow
    for (let time = displayTime; time > 0; time -= 50) {
      const found = tokensAt(time).find((token) => token.seq >= seq && token.shape === 'error')
      if (found !== undefined) return found.shape
    }
    return null
  }, error?.seq ?? 0)
  expect(drawn).toBe('error')

  await page.getByRole('tab', { name: 'Timeline' }).click()
  await frameflow.filter.fill('type:ERROR')
  await expect(frameflow.region('Timeline').getByText(/^1 of [\d,]+/)).toBeVisible()
})
