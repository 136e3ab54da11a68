import type { Page } from '@playwright/test'
import { axeViolations } from './browser/axe-violations.ts'
import { commandLab } from './browser/command-lab.ts'
import { expect, test } from './browser/learner-test.ts'

/** A browser says so itself when a handshake is refused, cut or given up. */
test.use({ expectedConsoleErrors: [[/WebSocket/, /400/, /Failed to load resource/], { scope: 'test' }] })

const drawerOf = (page: Page) => page.getByRole('region', { name: 'Faults' })
const faultSwitch = (page: Page, name: string) => drawerOf(page).getByRole('switch', { name, exact: true })

/** Transports that B reported as opened, oldest first. */
const openedBy = async (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    window.frameflow
      .events()
      .flatMap((event) =>
        event.client === 'B' && event.type === 'client.reported' && event.report === 'transport-opened'
          ? [event.transport]
          : [],
      ),
  )

test('break it: no Upgrade and a buffering proxy drive the real SockJS client to polling, and Shift+X mends it', async ({
  page,
  frameflow,
}) => {
  await frameflow.start()
  const bob = frameflow.client('B Bob')
  await bob.disconnect.click()
  await bob.transport.selectOption('Auto (SockJS)')

  await test.step('a blocked Upgrade ends on xhr-streaming in under 5 s', async () => {
    await page.keyboard.press('x')
    await faultSwitch(page, 'Block Upgrade').click()
    await expect(page.getByRole('button', { name: '1 fault on · clear' })).toBeVisible()
    const began = Date.now()
    await bob.connect.click()
    await expect(bob.status('connected')).toBeVisible()
    expect(Date.now() - began).toBeLessThan(5_000)
    expect((await openedBy(page)).at(-1)).toBe('xhr-streaming')
  })

  await test.step('it is drawn as a wall on the way of each client', async () => {
    await frameflow.playback(/^Go live/).click()
    const walls = frameflow.diagram.locator('..').locator('[data-fault="block-upgrade"]')
    await expect(walls).toHaveCount(2)
    await expect(walls.first()).toContainText('Block Upgrade, Ada')
  })

  await test.step('held back streams besides end on xhr-polling', async () => {
    await bob.disconnect.click()
    // The RECEIPT of his DISCONNECT comes over the stream: held back, he would wait for it.
    await expect(bob.connect).toBeVisible()
    await faultSwitch(page, 'Buffer streaming').click()
    await bob.connect.click()
    await expect(bob.status('connected')).toBeVisible({ timeout: 15_000 })
    expect((await openedBy(page)).at(-1)).toBe('xhr-polling')
  })

  await test.step('Shift+X empties the chip and takes the walls away', async () => {
    await page.getByRole('button', { name: 'Break it', exact: true }).click()
    await expect(drawerOf(page)).toHaveCount(0)
    await page.keyboard.press('Shift+X')
    await expect(page.getByRole('button', { name: /on · clear/ })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Break it', exact: true })).toBeVisible()
    await frameflow.playback(/^Go live/).click()
    await expect(page.locator('[data-fault]')).toHaveCount(0)
  })
})

test('a hold at the door makes SockJS give up, unless its timers are stretched', async ({ page, frameflow }) => {
  await frameflow.start()
  const bob = frameflow.client('B Bob')
  await bob.disconnect.click()
  await bob.transport.selectOption('Auto (SockJS)')
  await frameflow.playback(/^Go live/).click()
  const port = page.locator('[data-gate="G1"]')
  await port.click()
  const condition = page.getByRole('textbox', { name: 'Condition' })
  await condition.fill('from:B type:Upgrade')
  await condition.press('Enter')
  const held = page.getByRole('group', { name: /^Held GET .*websocket of Bob/ })

  await test.step('the countdown names SockJS, and when it has passed the next transport is tried', async () => {
    await bob.connect.click()
    await expect(held).toContainText(/SockJS (gives|has given) up websocket/)
    await expect(held).toContainText('SockJS has given up websocket')
    await expect(bob.status('connected')).toBeVisible()
    expect((await openedBy(page)).at(-1)).toBe('xhr-streaming')
    await held.getByRole('button', { name: 'Release' }).click()
    await expect(held).toHaveCount(0)
  })

  await test.step('stretched, the same hold of three seconds ends in websocket', async () => {
    await bob.disconnect.click()
    await page.getByRole('switch', { name: 'Stretch client timers while I look' }).click()
    await bob.connect.click()
    await expect(held).toContainText(/waits (?:[3-9]|\d\d)\./)
    await expect(page.getByRole('status', { name: 'Caption' })).toHaveText(/^Held/)
    await page.locator('body').click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('Enter')
    await expect(bob.status('connected')).toBeVisible()
    expect((await openedBy(page)).at(-1)).toBe('websocket')
  })
})

test('heart-beats that do not reach Ada: her heart is late, then dead, and beats again when she is back @slow', async ({
  page,
  product,
  frameflow,
}) => {
  await commandLab(product.url, { command: 'configure', config: 'heartbeat' })
  await frameflow.start()
  const ada = frameflow.client('A Ada')
  const heart = (words: string) => ada.card.getByRole('button', { name: `Heart-beats of Ada: ${words}`, exact: true })
  const words = ada.card.getByRole('group', { name: 'Heart-beats of Ada' })

  await test.step('it says what was agreed', async () => {
    await expect(heart('10 s')).toBeVisible()
    await ada.disconnect.click()
    await ada.options.click()
    await ada.card.getByRole('spinbutton', { name: 'Heart-beat out, ms' }).fill('1000')
    await ada.card.getByRole('spinbutton', { name: 'Heart-beat in, ms' }).fill('1000')
    await ada.connect.click()
    await expect(ada.status('connected')).toBeVisible()
    await frameflow.playback(/^Go live/).click()
    await heart('1 s').focus()
    await page.keyboard.press('Enter')
    await expect(words).toContainText('CONNECT: 1000,1000 · CONNECTED: 1000,1000.')
    await expect(words).toContainText('the server bears 3 s (3 ×)')
    expect(await axeViolations(page, { within: '.client-card' })).toEqual([])
    await page.keyboard.press('Escape')
    await expect(words).toBeHidden()
  })

  await test.step('the inner arc runs out: late, then dead', async () => {
    await page.keyboard.press('x')
    await faultSwitch(page, 'Drop heart-beats to client').click()
    await expect(heart('late: the client waits')).toBeVisible()
    await expect(heart('dead: the client gave the server up')).toBeVisible()
    await expect(frameflow.box('client A')).toHaveAccessibleName(/heart-beats dead: the client gave the server up$/)
    await expect(ada.status('reconnecting')).toBeVisible()
  })

  await test.step('back before that the heart is whole again, and live it is as broken as it was', async () => {
    const lost = await page.evaluate(
      () =>
        window.frameflow
          .events()
          .find((event) => event.type === 'client.reported' && event.report === 'heart-beat-lost')?.seq ?? -1,
    )
    await page.evaluate((seq) => window.frameflow.seek(seq), lost)
    await expect(heart('late: the client waits')).toBeVisible()
    await frameflow.playback(/^Go live/).click()
  })

  await test.step('without the fault she is back', async () => {
    await faultSwitch(page, 'Drop heart-beats to client').click()
    await expect(ada.status('connected')).toBeVisible({ timeout: 10_000 })
    await frameflow.playback(/^Go live/).click()
    await expect(heart('1 s')).toBeVisible()
  })
})
