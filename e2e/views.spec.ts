import { axeViolations } from './browser/axe-violations.ts'
import { expect, test } from './browser/learner-test.ts'

test('one filter hides what does not match in every view, counts it, and is stepped over', async ({
  page,
  frameflow,
}) => {
  await frameflow.start()
  await frameflow.greet()
  await page.getByRole('tab', { name: 'Timeline' }).click()
  const timeline = frameflow.region('Timeline')
  const ticks = timeline.locator('[data-seq]')
  await expect(ticks.first()).toBeVisible()
  const before = await ticks.count()

  await frameflow.filter.fill('type:SEND')
  await expect(timeline.getByText(/^1 of \d+ shown$/)).toBeVisible()
  expect(await ticks.count()).toBeLessThan(before)

  await frameflow.playback('Step back').click()
  const cursor = await frameflow.inspection.cursor()
  const shown = (await frameflow.inspection.events())[cursor - 1]
  expect(shown?.client).toBe('A')

  await page.getByRole('radio', { name: 'Sequence', exact: true }).check()
  const rows = page.getByRole('table', { name: 'Sequence' }).getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('Ada → server: SEND /app/hello')

  await frameflow.filter.fill('colour:red')
  await expect(timeline.getByText('There is no “colour”.')).toBeVisible()
  await timeline.getByRole('button', { name: 'clear filter' }).click()
  await expect(rows).not.toHaveCount(2)

  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search the trace' })).toBeFocused()
  await page.keyboard.type('type:MESSAGE')
  const matches = page.getByRole('status', { name: 'Matches' })
  await expect(matches).toHaveText(/ of 1$/)
  await page.keyboard.press('Enter')
  await expect(matches).toHaveText('1 of 1')
  await expect(page.getByRole('table', { name: 'Sequence' }).locator('[data-found]')).toHaveCount(2)
  await expect(timeline.locator('[data-found]')).not.toHaveCount(0)
  await expect(page).toHaveURL(/[?&]q=type%3AMESSAGE/)
  await page.reload()
  await expect(matches).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/[?&]q=/)
  await expect(matches).toHaveCount(0)
  await expect(page.locator('[data-found]')).toHaveCount(0)
})

test('a row of the sequence and a tick of the timeline choose the same step as the route', async ({
  page,
  frameflow,
}) => {
  await frameflow.start()
  await frameflow.greet()
  await page.getByRole('radio', { name: 'Split', exact: true }).check()
  await expect(frameflow.diagram).toBeVisible()
  const row = page.getByRole('table', { name: 'Sequence' }).getByRole('row', { name: /Ada → server: SEND/ })
  await row.click()
  await expect(row).toHaveAttribute('data-selected', 'true')
  await page.keyboard.press('t')
  await frameflow
    .region('Timeline')
    .getByRole('button', { name: /^Ada: .*SEND/ })
    .click()
  await expect(page).toHaveURL(/select=\d+/)
  await expect(page).toHaveURL(/view=split/)
  await page.getByRole('radio', { name: 'Flow', exact: true }).check()
  await expect(frameflow.route().locator('[aria-current="step"]')).toContainText('stompSubProtocolHandler')
})

test('a card repeats its message as often and as fast as it is told', async ({ page, frameflow }) => {
  await frameflow.start()
  const ada = frameflow.client('A Ada')
  await ada.card.getByRole('spinbutton', { name: 'Messages' }).fill('12')
  await ada.card.getByRole('spinbutton', { name: 'Per second' }).fill('40')
  await ada.card.getByRole('button', { name: 'Repeat' }).click()
  const sends = async () =>
    (await frameflow.inspection.events()).filter(
      (event) => event.type === 'stomp.frame-decoded' && event.frame.command === 'SEND',
    ).length
  await expect.poll(sends).toBe(12)
  await expect(ada.card.getByRole('button', { name: 'Repeat' })).toBeEnabled()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('markers are gone through by key, and a mark is called something, kept in the address and paused at', async ({
  page,
  frameflow,
}) => {
  await frameflow.start()
  await frameflow.greet()
  await page.keyboard.press('t')
  const timeline = frameflow.region('Timeline')
  const { cursor, events } = frameflow.inspection
  const shown = async () => (await events())[(await cursor()) - 1]?.type
  await page.keyboard.press('[')
  expect(await shown()).toBe('stomp.frame-decoded')
  await page.keyboard.press('[')
  expect(await shown()).toBe('broker.subscribed')
  await expect(frameflow.stateChip(/behind/)).toBeVisible()

  const flag = timeline.getByRole('button', { name: /^Mark 1, Bob listens, at / })
  await page.keyboard.press('m')
  await timeline.getByRole('textbox', { name: 'Label of mark 1' }).fill('Bob listens')
  await expect(page).toHaveURL(/mark=\d+-Bob\+listens/)
  const marked = await cursor()
  await page.reload()
  await page.getByRole('tab', { name: 'Timeline' }).click()
  await expect(flag).toHaveAttribute('aria-current', 'true')

  await timeline.getByRole('button', { name: 'Pause at markers' }).click()
  await frameflow.speed.selectOption({ label: 'max' })
  await timeline.getByRole('button', { name: 'Previous marker' }).click()
  await frameflow.playback('Play').click()
  await expect.poll(cursor).toBe(marked)
  await expect(frameflow.playback('Play')).toBeVisible()
  expect(await axeViolations(page, { within: '[data-region="timeline"]' })).toEqual([])
  await flag.focus()
  await page.keyboard.press('Delete')
  await expect(flag).toHaveCount(0)
  await expect(page).not.toHaveURL(/mark=/)
})
