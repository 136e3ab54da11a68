import type { Locator, Page } from '@playwright/test'
import { expect, test } from './browser/learner-test.ts'

const MAP = { chapter: 'the-map' }
/** A run waits for the display, which is as quick as the reader wants. */
const MAX_SPEED = 'max'
const RUN = { timeout: 20_000 }

const runBar = (page: Page): Locator => page.getByRole('region', { name: 'Run', exact: true })
const goOn = (page: Page): Promise<void> => runBar(page).getByRole('button', { name: 'Continue' }).click(RUN)

/** Storyboard 9. */
test('a prediction is locked before its run, and told only when the trace has proved it', async ({
  page,
  frameflow,
}) => {
  await frameflow.start(MAP)
  const notes = frameflow.region('Notes')
  const predict = notes.getByRole('group', { name: 'Predict' }).filter({ hasText: 'Which handler takes it?' })
  const explained = page.getByText('the subscribers got the text exactly as Ada typed it')
  const claim = notes.locator('[data-claim="the-map/topic-bypasses-controllers"]').getByRole('button')
  await expect(claim).toHaveAccessibleName('Not seen yet: run what proves it')

  await test.step('a box of the picture is an answer', async () => {
    await expect(predict.getByRole('button', { name: 'Lock in and run' })).toBeDisabled()
    await frameflow.box('simpAnnotationMethodMessageHandler').click()
    await expect(predict.getByRole('radio', { name: 'simpAnnotationMethodMessageHandler' })).toBeChecked()
  })

  await test.step('locked in, it cannot be changed, and nothing tells the answer', async () => {
    await predict.getByRole('button', { name: 'Lock in and run' }).click()
    for (const radio of await predict.getByRole('radio').all()) await expect(radio).toBeDisabled()
    // A run begins at a speed of its own, once it is loaded.
    await expect(frameflow.speed.locator('option:checked')).toHaveText('1/10×', RUN)
    await frameflow.speed.selectOption(MAX_SPEED)
    await expect(runBar(page)).toContainText('Ada sends to the topic itself', RUN)
    await expect(explained).toHaveCount(0)
  })

  await test.step('the run proves it: the tempting answer is explained beside the right one', async () => {
    await goOn(page)
    await expect(explained).toBeVisible(RUN)
    await expect(predict).toContainText('@SendTo only says where an answer goes')
    await expect(predict).toContainText('Foreseen so far: 0 of 1')
  })

  await test.step('the claim was seen, and its chip shows where', async () => {
    await expect(claim).toHaveAccessibleName('Seen 1 times: show the newest')
    await claim.click()
    await expect(frameflow.stateChip(/behind$/)).toBeVisible()
  })
})

test('a run plays slowly, stops at its mark, and leaves the reader in control', async ({ page, frameflow }) => {
  await frameflow.start(MAP)
  const run = frameflow.region('Notes').getByRole('button', { name: 'Run this' }).first()
  await run.focus()
  await page.keyboard.press('Enter')
  await expect(runBar(page)).toContainText('Step 5 of 6: Ada says hello', RUN)
  await expect(frameflow.speed.locator('option:checked')).toHaveText('1/10×')

  // The button of the notes goes on, so that the keyboard stays where it is.
  await page.keyboard.press('Enter')
  await expect(runBar(page)).toContainText('Step 6 of 6')
  await frameflow.playback(/^Go live/).click()
  await expect(runBar(page)).toContainText('The run is over', RUN)
  await expect(frameflow.speed.locator('option:checked')).toHaveText('1×')
  const calls = (await frameflow.inspection.events()).filter(({ type }) => type === 'controller.invoked')
  expect(calls).toHaveLength(1)
  await frameflow.greet()
})

test('another configuration runs in a lab of its own, in a page beside', async ({ page, frameflow, context }) => {
  await frameflow.start(MAP)
  const [beside] = await Promise.all([
    context.waitForEvent('page'),
    frameflow.region('Notes').getByRole('button', { name: 'Run the notes’ example' }).click(),
  ])
  await expect(beside.getByRole('combobox', { name: 'Chapter' })).toContainText('The map')
  const speed = beside.getByRole('combobox', { name: 'Speed' })
  await expect(speed.locator('option:checked')).toHaveText('1/10×', RUN)
  await speed.selectOption(MAX_SPEED)
  await goOn(beside)
  await expect(runBar(beside)).toContainText('The run is over', RUN)
  expect(new URL(beside.url()).searchParams.get('lab')).toBe('notes-appws')
  await expect(beside.getByRole('group', { name: 'Client A Ada' }).getByRole('log')).toContainText('/ws/hello')
  await expect(page.getByRole('group', { name: 'Client A Ada' }).getByText('connected', { exact: true })).toBeVisible()
})

test.describe('without a lab', () => {
  test('a scenario is played in the page and shown as a recording', async ({ page, frameflow }) => {
    await frameflow.open({ ...MAP, recording: 'greeting' })
    await frameflow.region('Notes').getByRole('button', { name: 'Send to nobody' }).click()
    await expect(frameflow.speed.locator('option:checked')).toHaveText('1/10×', RUN)
    await frameflow.speed.selectOption(MAX_SPEED)
    await expect(runBar(page)).toContainText('Ada forgets the prefix', RUN)
    await goOn(page)
    await expect(runBar(page)).toContainText('with the prefix', RUN)
    await expect(frameflow.stateChip('Recorded')).toBeVisible()
    const claim = frameflow.region('Notes').locator('[data-claim="the-map/nobody-takes"]').getByRole('button')
    await expect(claim).toHaveAccessibleName('Seen 1 times: show the newest')
  })
})

test('the composer sends a frame in pieces, octet by octet as it stands', async ({ page, frameflow }) => {
  await frameflow.start(MAP)
  await frameflow.region('Clients').getByRole('button', { name: 'Frame composer' }).click()
  const composer = page.getByRole('group', { name: 'Frame composer' })
  await composer.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(composer.getByText('open', { exact: true })).toBeVisible()

  const frame = composer.getByRole('textbox', { name: 'Frame', exact: true })
  await frame.fill('CONNECT\naccept-version:1.2\nhost:localhost\n\n')
  await composer.getByRole('button', { name: 'Send as it stands' }).click()
  await expect(composer.getByRole('log')).toContainText('CONNECT')
  await expect(composer.getByRole('log')).not.toContainText('CONNECTED')

  await frame.fill('')
  await composer.getByRole('button', { name: 'NUL', exact: true }).click()
  await expect(frame).toHaveValue('^@')
  await composer.getByRole('button', { name: 'Send as it stands' }).click()
  await expect(composer.getByRole('log')).toContainText('CONNECTED')

  const rows = composer.getByRole('log').locator('[data-seq]')
  await expect(rows).toHaveCount(3)
  await rows.last().click()
  await expect(rows.last()).toHaveAttribute('aria-current', 'true')
})
