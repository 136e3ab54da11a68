import type { Page } from '@playwright/test'
import { recordCaptions } from './browser/caption-record.ts'
import type { FrameflowPage } from './browser/frameflow-page.ts'
import { expect, test } from './browser/learner-test.ts'

declare global {
  interface Window {
    /** The pictures of tokens, and where they were drawn, since the last look. */
    drawnTokens: string[]
  }
}

/** Milliseconds of the page's time from one look to the next: less than a hop takes. */
const TICK = 150

interface Replay {
  readonly captions: readonly string[]
  /** Places on the canvas at which tokens were drawn. */
  readonly tokenPlaces: number
  /** Edges that were taken, once for each token. */
  readonly hops: number
  /** Different arrangements of the boxes and cards. */
  readonly arrangements: number
}

const recordTokens = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.drawnTokens = []
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (...told: unknown[]) {
      const [{ picture }] = told as [{ picture?: { copies: Float32Array } }]
      for (let at = 0; at < (picture?.copies.length ?? 0); at += 4) {
        window.drawnTokens.push(picture?.copies.subarray(at, at + 3).join(' ') ?? '')
      }
      Reflect.apply(postMessage, this, told)
    }
  })

/** Plays the newest message once more, on time of the test's own. */
const replay = async (
  page: Page,
  frameflow: FrameflowPage,
  captions: () => Promise<readonly string[]>,
): Promise<Replay> => {
  await frameflow.playback('Previous message').click()
  const told = (await captions()).length
  await page.evaluate(() => window.drawnTokens.splice(0))
  await frameflow.playback('Play').click()

  const tokenPlaces = new Set<string>()
  const hops = new Set<string>()
  const arrangements = new Set<string>()
  const isOver = async (): Promise<boolean> => {
    await page.clock.runFor(TICK)
    const seen = await page.evaluate(() => ({
      tokens: window.drawnTokens.splice(0),
      hops: window.frameflow.tokensAt(window.frameflow.displayTime).map(({ seq, edge }) => `${seq} ${edge}`),
      arrangement: Array.from(document.querySelectorAll('[data-station], .client-card'), (element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return [x, y, width, height].join(' ')
      }).join(),
      following: window.frameflow.following,
    }))
    for (const token of seen.tokens) tokenPlaces.add(token)
    for (const hop of seen.hops) hops.add(hop)
    arrangements.add(seen.arrangement)
    return seen.following
  }
  await expect.poll(isOver, { intervals: [0], timeout: 20_000 }).toBe(true)
  return {
    captions: (await captions()).slice(told),
    tokenPlaces: tokenPlaces.size,
    hops: hops.size,
    arrangements: arrangements.size,
  }
}

test('with less motion nothing travels, and the same sentences come in the same order', async ({ page, frameflow }) => {
  const captions = await recordCaptions(page)
  await recordTokens(page)
  await page.clock.install({ time: 0 })
  await frameflow.start()
  await frameflow.greet()
  const lessMotion = page.getByRole('switch', { name: 'Reduce motion' })
  await page.clock.pauseAt(3_600_000)

  await expect(lessMotion).not.toBeChecked()
  const moving = await replay(page, frameflow, captions)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(lessMotion).toBeChecked()
  const still = await replay(page, frameflow, captions)

  expect(still.captions.length).toBeGreaterThan(5)
  expect(still.captions).toEqual(moving.captions)
  expect(still.arrangements).toBe(1)
  // A token is seen where it comes from and where it goes, and nowhere between.
  expect(still.tokenPlaces).toBeLessThanOrEqual(2 * still.hops)
  expect(moving.tokenPlaces).toBeGreaterThan(2 * moving.hops)
})
