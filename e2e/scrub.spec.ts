import { expect, test } from './browser/learner-test.ts'
import { pictureOf } from './browser/picture.ts'
import { stepsByCursor } from './browser/steps.ts'

test('the slider counts the steps of the whole log, and is moved by keys and by a pointer', async ({
  page,
  frameflow,
}) => {
  await frameflow.start()
  const { position } = frameflow
  const last = Number(await position.inputValue())
  await position.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(position).toHaveAttribute('aria-valuetext', `step ${last - 1} of ${last}`)
  await expect(frameflow.stateChip('1 behind')).toBeVisible()
  await page.keyboard.press('Home')
  await expect(position).toHaveAttribute('aria-valuetext', `step 0 of ${last}`)
  await expect(frameflow.caption).toHaveText('Nothing has happened yet.')
  await expect(frameflow.box('client A Ada')).toHaveText(/not connected/)
  await page.keyboard.press('End')
  await expect(position).toHaveAttribute('aria-valuetext', `step ${last} of ${last}`)

  const box = await position.boundingBox()
  if (box === null) throw new Error('the slider is not drawn')
  const middle = box.y + box.height / 2
  await page.mouse.click(box.x + box.width / 2, middle)
  const clicked = Number(await position.inputValue())
  expect(Math.abs(clicked - last / 2)).toBeLessThanOrEqual(1)
  await expect(frameflow.stateChip(`${last - clicked} behind`)).toBeVisible()

  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 4, middle, { steps: 4 })
  await page.mouse.up()
  const dragged = Number(await position.inputValue())
  expect(Math.abs(dragged - last / 4)).toBeLessThanOrEqual(1)

  await page.keyboard.press('End')
  await frameflow.greet()
  const events = await frameflow.inspection.events()
  const steps = stepsByCursor(events)
  const total = steps.at(-1)
  for (const cursor of [events.length, 0, 1, 10, 34, 61, 95, 97, 118]) {
    await frameflow.inspection.seek(cursor)
    await expect(frameflow.position).toHaveAttribute('aria-valuetext', `step ${steps[cursor]} of ${total}`)
  }
})

test('Previous and Next message show where a message begins, and Play goes on from there until it is live', async ({
  frameflow,
}) => {
  await frameflow.start()
  await frameflow.greet()
  await frameflow.greet()
  const heading = frameflow.route()
  await expect(heading).toHaveAccessibleName('Route of message 6')
  await frameflow.playback('Previous message').click()
  await expect(heading).toHaveAccessibleName('Route of message 6')
  await expect(frameflow.caption).toHaveText('webSocketSession receives 92 octets from Ada.')
  await frameflow.playback('Previous message').click()
  await expect(heading).toHaveAccessibleName('Route of message 5')
  await expect(heading.getByRole('listitem').first()).toHaveAttribute('aria-current', 'step')
  await frameflow.playback('Next message').click()
  await expect(heading).toHaveAccessibleName('Route of message 6')
  await expect(heading.getByRole('listitem').first()).toHaveAttribute('aria-current', 'step')

  await frameflow.speed.selectOption('2×')
  const cursor = await frameflow.inspection.cursor()
  await frameflow.playback('Play').click()
  await expect(frameflow.playback('Pause')).toBeVisible()
  await expect(frameflow.messagesInFlight.getByRole('listitem').first()).toBeAttached()
  expect(await frameflow.inspection.cursor()).toBeGreaterThanOrEqual(cursor)
  await expect(frameflow.stateChip('Live')).toBeVisible()
  await frameflow.inspection.atRest()
})

test('the speed is that of display time, and the address keeps the moment, also over a reload', async ({
  page,
  frameflow,
}) => {
  await frameflow.start()
  await frameflow.greet()
  for (const [name, speed] of [
    ['1/10×', 0.1],
    ['1/2×', 0.5],
  ] as const) {
    await frameflow.playback('Previous message').click()
    await frameflow.speed.selectOption(name)
    await frameflow.playback('Play').click()
    const rate = await page.evaluate(async () => {
      const picture = () => new Promise<number>(requestAnimationFrame)
      const [from, shownFrom] = [await picture(), window.frameflow.displayTime]
      let to = from
      for (let pictures = 0; pictures < 30; pictures++) to = await picture()
      return (window.frameflow.displayTime - shownFrom) / (to - from)
    })
    expect(rate / speed).toBeGreaterThan(0.8)
    expect(rate / speed).toBeLessThan(1.2)
  }

  await frameflow.playback('Previous message').click()
  await frameflow.playback('Step').click()
  const cursor = await frameflow.inspection.cursor()
  await expect(page).toHaveURL(new RegExp(`[?&]seq=${cursor}(&|$)`))
  const before = await pictureOf(page)

  await page.reload()
  await expect.poll(() => frameflow.inspection.cursor()).toBe(cursor)
  await expect(frameflow.stateChip(/^\d+ behind$/)).toBeVisible()
  await expect.poll(() => pictureOf(page)).toEqual(before)

  await frameflow.playback(/^Go live/).click()
  await expect(page).not.toHaveURL(/seq=/)
})
