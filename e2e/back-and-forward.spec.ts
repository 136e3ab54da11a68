import { expect, test } from './browser/learner-test.ts'
import { type Picture, pictureOf } from './browser/picture.ts'

const STEPS = 5

/** Storyboard 3. */
test('a step back shows what was shown on the way forward, while the server goes on', async ({ page, frameflow }) => {
  await frameflow.start()
  await frameflow.greet()
  const { position, stateChip, playback, client } = frameflow
  await playback('Pause').click()
  await frameflow.playback('Previous message').click()

  const at = async (step: number): Promise<Picture> => {
    await expect(position).toHaveAttribute('aria-valuetext', new RegExp(`^step ${step} of `))
    return pictureOf(page)
  }
  const first = Number(await position.inputValue())
  const forward = [await at(first)]
  for (let step = 1; step <= STEPS; step++) {
    await page.keyboard.press('ArrowRight')
    forward.push(await at(first + step))
  }
  expect(new Set(forward.map(({ caption }) => caption)).size, 'every step has its own sentence').toBe(STEPS + 1)

  await test.step('five back', async () => {
    for (let step = STEPS - 1; step >= 0; step--) {
      await page.keyboard.press('ArrowLeft')
      expect(await at(first + step)).toEqual(forward[step])
    }
  })

  await test.step('Bob sends three meanwhile', async () => {
    const before = await pictureOf(page)
    const callbacks = frameflow.client('B Bob').frames.getByRole('listitem').filter({ hasText: 'Hello, Bob!' })
    for (let sent = 1; sent <= 3; sent++) {
      await client('B Bob').send.click()
      await expect(callbacks).toHaveCount(sent)
    }
    await expect(page.getByRole('banner')).toContainText('live continues')
    expect(await pictureOf(page)).toEqual(before)
  })

  await test.step('five forward', async () => {
    for (let step = 1; step <= STEPS; step++) {
      await page.keyboard.press('ArrowRight')
      expect(await at(first + step)).toEqual(forward[step])
    }
  })

  await test.step('what is new is counted, and End shows it', async () => {
    const [, step, total] = /^step (\d+) of (\d+)$/.exec((await position.getAttribute('aria-valuetext')) ?? '') ?? []
    const behind = Number(total) - Number(step)
    await expect(stateChip(`${behind} behind`)).toBeVisible()
    await expect(playback(`Go live · ${behind} new`)).toBeVisible()
    await page.keyboard.press('End')
    await expect(stateChip('Live')).toBeVisible()
    await expect(playback('Go live')).toBeVisible()
    await expect(position).toHaveAttribute('aria-valuetext', `step ${total} of ${total}`)
    await expect(frameflow.caption).toHaveText(/the callback of sub-0 is called\.$/)
  })
})
