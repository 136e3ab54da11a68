import type { Page } from '@playwright/test'
import { collectedHeap, measurePage, type PageFigures } from '../scripts/page-figures.mjs'
import type { FrameflowPage } from './browser/frameflow-page.ts'
import { expect, test } from './browser/learner-test.ts'

const PER_SECOND = 100
/** Of the first load, after which the log loses its oldest part for each new one: its memory grows no more. */
const FILLING_SECONDS = 25
const SECONDS = 12
const INBOUND = 'client:A>webSocketSession'

/** Storyboard 8, for a machine of two cores without a GPU on which nothing else runs. */
const LEAST_FRAMES_A_SECOND = 50
const LONGEST_TASK_MS = 200
/** Share of the memory before a load that it may leave behind. */
const HEAP_GROWTH = 0.2

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

/** Until a load has its full rate, and the picture shows it. */
const WARM_UP_MS = 2_000

/** Mean of the numbers on Ada's edge as they were written, and of what had really passed there then, a second. */
const ratesOver = (page: Page, milliseconds: number) =>
  page.evaluate(
    async ([edge, time, warmUp]) => {
      await new Promise((resolve) => setTimeout(resolve, warmUp))
      const written: { readonly number: number; readonly at: number }[] = []
      let text = ''
      const observer = new MutationObserver(() => {
        const now = document.querySelector(`.edge-rate[data-edge="${edge}"]`)?.textContent ?? text
        if (now === text) return
        text = now
        const { cursor, events } = window.frameflow
        written.push({ number: Number.parseFloat(now), at: events(cursor - 1, cursor)[0]?.at ?? 0 })
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      await new Promise((resolve) => setTimeout(resolve, time))
      observer.disconnect()
      const sent = window.frameflow
        .events()
        .filter(({ type, client }) => type === 'websocket.frame-received' && client === 'A')
        .map(({ at }) => at)
      const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
      return {
        shown: mean(written.map(({ number }) => number)),
        passed: mean(written.map(({ at: end }) => sent.filter((at) => at > end - 1000 && at <= end).length)),
      }
    },
    [INBOUND, milliseconds, WARM_UP_MS] as const,
  )

const beginLoad = async (frameflow: FrameflowPage, seconds: number): Promise<void> => {
  const { card } = frameflow.client('A Ada')
  await card.getByRole('spinbutton', { name: 'Messages' }).fill(String(PER_SECOND * seconds))
  await card.getByRole('spinbutton', { name: 'Per second' }).fill(String(PER_SECOND))
  await card.getByRole('button', { name: 'Repeat', exact: true }).click()
}

const endLoad = async (frameflow: FrameflowPage): Promise<void> => {
  const { card } = frameflow.client('A Ada')
  await expect(card.getByRole('button', { name: 'Repeat', exact: true })).toBeVisible({ timeout: 90_000 })
  await frameflow.playback(/^Go live/).click()
  await frameflow.inspection.atRest()
}

/** Of the hops that the route lists and that lead from one place to another, those whose token is never seen. */
const unseenHops = (page: Page, hops: readonly number[]): Promise<readonly number[]> =>
  page.evaluate((seqs) => {
    const { events, tokensAt, displayTime } = window.frameflow
    const at = (seq: number | null | undefined) => (seq == null ? undefined : events(seq, seq + 1)[0])
    const travels = seqs.filter((seq) => {
      const [event, cause] = [at(seq), at(at(seq)?.cause)]
      return event?.type !== 'client.reported' && event?.station !== cause?.station
    })
    const seen = new Set<number>()
    for (let time = displayTime - 3_000; time < displayTime + 3_000; time += 25) {
      for (const { seq } of tokensAt(time)) seen.add(seq)
    }
    return travels.filter((seq) => !seen.has(seq))
  }, hops)

const tell = (what: string, { framesASecond, busy, longestTask, heap }: PageFigures): void => {
  const figures = [
    `${framesASecond.toFixed(1)} pictures a second`,
    `main thread ${Math.round(busy * 100)} %`,
    `longest task ${longestTask === 0 ? 'under 50' : Math.round(longestTask)} ms`,
    `heap ${heap.toFixed(1)} MB`,
  ]
  process.stdout.write(`${what}: ${figures.join(', ')}\n`)
}

test('a hundred messages a second still read: numbers, what is chosen, every ERROR, few words, and a filter', {
  tag: '@slow',
}, async ({ page, frameflow }) => {
  test.setTimeout(240_000)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
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

  await countSpoken(page)
  await beginLoad(frameflow, FILLING_SECONDS)
  const rate = page.locator(`.edge-rate[data-edge="${INBOUND}"]`)
  await expect(rate).toHaveText(/^[\d,]+\/s [\d.]+ kB\/s$/)
  await expect(frameflow.diagram.locator('..').getByText(/^ribbon:\s+1 ·\s+10 ·\s+100/)).toBeVisible()
  await expect(page.getByRole('banner').getByText(/^display \d\.\d s behind$/)).toBeVisible()
  const { shown, passed } = await ratesOver(page, 6_000)
  process.stdout.write(`${shown.toFixed(1)} a second drawn, ${passed.toFixed(1)} a second passed\n`)
  expect(Math.abs(shown / passed - 1)).toBeLessThan(0.1)
  const figures = await measurePage(page, session, 8_000)
  tell('under load', figures)
  expect.soft(figures.framesASecond).toBeGreaterThanOrEqual(LEAST_FRAMES_A_SECOND)
  expect.soft(figures.longestTask).toBeLessThanOrEqual(LONGEST_TASK_MS)
  await endLoad(frameflow)
  expect(Number(await page.evaluate(() => document.body.dataset.spoken))).toBeLessThanOrEqual(15)
  const heap = await collectedHeap(session)

  await beginLoad(frameflow, SECONDS)
  await expect(rate).toBeVisible()
  await refused.connect.click()
  await expect(refused.trouble).toBeVisible()
  await frameflow.playback('Pause').click()
  const items = frameflow.route().getByRole('listitem')
  const hops = (await items.evaluateAll((all) => all.map((item) => Number(item.dataset.seq)))).toSorted((a, b) => a - b)
  expect(await unseenHops(page, hops)).not.toEqual([])
  await items.first().click()
  expect(await unseenHops(page, hops)).toEqual([])

  await frameflow.speed.selectOption('1/20×')
  await frameflow.playback('Step').click()
  await expect(frameflow.messagesInFlight.getByRole('listitem').first()).toHaveText(/^A(→[ABC])? \w+ from \w+ to \w+$/)
  await frameflow.speed.selectOption('1×')
  await endLoad(frameflow)
  const left = await collectedHeap(session)
  process.stdout.write(`heap ${heap.toFixed(1)} MB before a load, ${left.toFixed(1)} MB after it\n`)
  expect(left / heap - 1).toBeLessThan(HEAP_GROWTH)

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
  await frameflow.playback('Step').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(frameflow.caption).toHaveText(/sends \d+ octets to Dee\.$/)
  expect(await frameflow.inspection.cursor()).toBeGreaterThan(error?.seq ?? Number.NaN)
})
