import type { Page } from '@playwright/test'
import { expect, test } from './browser/learner-test.ts'

const PER_SECOND = 100
const SECONDS = 20
const INBOUND = 'client:A>webSocketSession'

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

test('a hundred messages a second have their number on the edge', { tag: '@slow' }, async ({ page, frameflow }) => {
  await frameflow.start()
  await frameflow.addClient.click()
  const third = frameflow.client('C Cy')
  await third.connect.click()
  await third.subscribe.click()
  await expect(third.subscriptions.getByRole('listitem')).toHaveCount(1)
  const { card } = frameflow.client('A Ada')
  await card.getByRole('spinbutton', { name: 'Messages' }).fill(String(PER_SECOND * SECONDS))
  await card.getByRole('spinbutton', { name: 'Per second' }).fill(String(PER_SECOND))
  await card.getByRole('button', { name: 'Repeat', exact: true }).click()
  await expect(page.locator(`.edge-rate[data-edge="${INBOUND}"]`)).toBeVisible()
  const { shown, passed } = await ratesOver(page, 6_000)
  process.stdout.write(`${shown.toFixed(1)} a second drawn, ${passed.toFixed(1)} a second passed\n`)
  expect(Math.abs(shown / passed - 1)).toBeLessThan(0.1)
})
