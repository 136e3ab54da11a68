import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './browser/learner-test.ts'

const GREETING = readFileSync(new URL('../content/recordings/greeting.jsonl', import.meta.url), 'utf8')
const EVENTS = GREETING.trimEnd().split('\n').length - 1

const chooseFile = async (page: Page, name: string, text: string): Promise<void> => {
  const input = page.getByLabel('Open a recording')
  if (!(await input.isVisible())) await page.getByRole('button', { name: 'Keys' }).click()
  await input.setInputFiles({ name, mimeType: 'application/jsonl', buffer: Buffer.from(text) })
}

const dropFile = async (page: Page, name: string, text: string): Promise<void> => {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], fileName))
      return transfer
    },
    [name, text] as const,
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer })
  await expect(page.getByText('Drop the recording to open it')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer })
  await expect(page.getByText('Drop the recording to open it')).toBeHidden()
}

test('a recording in the address is played without any connection, from the moment that the address names', async ({
  page,
  frameflow,
}) => {
  const sockets: string[] = []
  page.on('websocket', (socket) => sockets.push(socket.url()))
  await frameflow.open({ recording: 'greeting' })
  await expect(frameflow.stateChip('Recorded')).toBeVisible()
  await expect(frameflow.caption).toContainText('The server runs')
  await expect(frameflow.playback('Play')).toBeVisible()
  await expect(frameflow.region('Clients')).toContainText('A recording has no live clients')

  await frameflow.playback('Step').click()
  await frameflow.playback('Step').click()
  await expect(frameflow.position).toHaveAttribute('aria-valuetext', /^step 3 of/)

  await frameflow.speed.selectOption('max')
  await frameflow.playback('Play').click()
  await expect(frameflow.route(5)).toContainText('Bob')
  await expect(frameflow.playback('Play')).toBeVisible()
  await expect.poll(() => frameflow.inspection.cursor()).toBe(EVENTS)
  await expect(page).toHaveURL(new RegExp(`recording=greeting&seq=${EVENTS}`))
  for (const name of ['A Ada', 'B Bob']) await expect(frameflow.client(name).status('connected')).toBeVisible()
  await expect(frameflow.client('A Ada').connect).toHaveCount(0)
  expect(sockets).toEqual([])

  await frameflow.open({ recording: 'greeting', seq: '40' })
  await expect(frameflow.stateChip('Recorded')).toBeVisible()
  expect(await frameflow.inspection.cursor()).toBe(40)
})

test('a recording that is not there leads to the server, and the page says so', async ({ page, frameflow }) => {
  for (const name of ['nobody-knows', '/health']) {
    await frameflow.open({ recording: name })
    await expect(page.getByRole('alert')).toContainText(`There is no recording “${name}” here`)
    await expect(frameflow.client('A Ada').status('connected')).toBeVisible()
    await expect(page).not.toHaveURL(/recording=/)
  }
})

test('a broken file is refused by its line; a good one takes the place of the server, whose clients are there again on the way back', async ({
  page,
  frameflow,
}) => {
  await frameflow.start()
  const before = await frameflow.inspection.events()
  await chooseFile(page, 'broken.jsonl', GREETING.slice(0, GREETING.length / 2))
  await expect(page.getByRole('alert')).toContainText(/“broken.jsonl” cannot be opened\. Line \d+: this is not JSON/)
  await expect(frameflow.stateChip('Live')).toBeVisible()
  expect((await frameflow.inspection.events()).slice(0, before.length)).toEqual(before)

  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)

  const rowsOfTrace = frameflow.client('A Ada').frames.locator('[data-seq]')
  const rows = await rowsOfTrace.count()
  expect(rows).toBeGreaterThan(2)
  await chooseFile(page, 'lesson.jsonl', GREETING)
  await expect(page.getByText('This is the recording “lesson.jsonl”.')).toBeVisible()
  await expect(frameflow.stateChip('Recorded')).toBeVisible()
  expect(await frameflow.inspection.events()).toHaveLength(EVENTS)

  await page.getByRole('button', { name: 'Back to the server' }).click()
  await expect(frameflow.stateChip('Live')).toBeVisible()
  await expect(frameflow.client('A Ada').subscriptions).toContainText('/topic/greetings')
  await expect(rowsOfTrace).toHaveCount(rows)
  await frameflow.greet()
  await expect(frameflow.client('B Bob').frames).toContainText('MESSAGE')
})

test('a file can be dropped anywhere on the page', async ({ page, frameflow }) => {
  await frameflow.open({ recording: 'greeting' })
  await dropFile(page, 'notes.txt', 'Dear diary,')
  await expect(page.getByRole('alert')).toContainText('“notes.txt” cannot be opened. Line 1: this is not JSON')
  await expect(page.getByText('This is the recording “greeting”.')).toBeVisible()
  await dropFile(page, 'lesson.jsonl', GREETING)
  await expect(page.getByText('This is the recording “lesson.jsonl”.')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('without a server the page shows a recording, and goes live when the server answers', async ({
  page,
  frameflow,
}) => {
  let isUp = false
  await page.routeWebSocket(/\/trace$/, (feed) => {
    if (isUp) feed.connectToServer()
    else void feed.close()
  })
  await frameflow.open()
  await expect(page.getByText('Recorded · start the server with npm run dev to go live')).toBeVisible()
  await expect(frameflow.stateChip('Recorded')).toBeVisible()
  await frameflow.playback('Step').click()
  await expect(page).not.toHaveURL(/seq=/)

  isUp = true
  await expect(page.getByText('The server answers: this page is live now.')).toBeVisible({ timeout: 10_000 })
  for (const name of ['A Ada', 'B Bob']) await expect(frameflow.client(name).status('connected')).toBeVisible()
})
