import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { axeViolations } from './browser/axe-violations.ts'
import { expect, test } from './browser/learner-test.ts'
import { connectFromOutside } from './browser/outside-client.ts'

const exported = async (page: Page, button: string): Promise<string> => {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  return readFileSync(await (await download).path(), 'utf8')
}

test('what is exported is what the page shows, without secrets, and a recording opens again', async ({
  page,
  frameflow,
  product,
}) => {
  await frameflow.start()
  await frameflow.greet()
  const outside = await connectFromOutside(product.url)
  outside.send('SEND\ndestination:/topic/nobody\npasscode:opensesame\n\nhello')
  await page.getByRole('radio', { name: 'Sequence' }).check({ force: true })
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const menu = page.getByRole('dialog', { name: 'Export' })
  await expect(menu).toContainText('Masked: passcode ×1')
  expect(await axeViolations(page, { within: '.export-menu' })).toEqual([])

  const mermaid = await exported(page, 'Sequence as Mermaid')
  const names = new Map(Array.from(mermaid.matchAll(/participant (p\d+) as (.*)/g), ([, alias, name]) => [alias, name]))
  const arrows = Array.from(
    mermaid.matchAll(/^ {2}(p\d+)(?:->>|-x)(p\d+): (\S+)/gm),
    ([, from, to, label]) => `${names.get(from)} → ${names.get(to)}: ${label}`,
  )
  const rows = page.getByRole('table', { name: 'Sequence' }).getByRole('row')
  const last = (await rows.last().textContent()) ?? ''
  expect(last).toContain(arrows.at(-1))
  expect(arrows.filter((arrow) => arrow.endsWith('MESSAGE'))).toHaveLength(2)

  const picture = await exported(page, 'Diagram as SVG')
  expect(picture).toContain('>@MessageMapping</text>')
  expect(picture).toContain('>connected · ♥ off</text>')
  const png = await exported(page, 'Diagram as PNG')
  expect(png.slice(1, 4)).toBe('PNG')

  const recording = await exported(page, 'Recording as JSON Lines')
  expect(recording).not.toContain('opensesame')
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  const events = recording.trimEnd().split('\n').length - 1
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'mine.jsonl'))
    return transfer
  }, recording)
  await page.dispatchEvent('body', 'drop', { dataTransfer })
  await expect(frameflow.stateChip('Recorded')).toBeVisible()
  await frameflow.playback('To the end').click()
  await expect.poll(() => frameflow.inspection.cursor()).toBe(events)
  await outside.close()
})
