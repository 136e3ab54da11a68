import { commandLab } from './browser/command-lab.ts'
import { expect, test } from './browser/learner-test.ts'

const TRANSPORTS = [
  'Auto (SockJS)',
  'websocket',
  'xhr-streaming',
  'eventsource',
  'htmlfile',
  'xhr-polling',
  'raw WebSocket',
]

test.describe('where the Upgrade is blocked', () => {
  test.use({ expectedConsoleErrors: [/WebSocket connection to .* failed/] })

  test('Auto climbs down to xhr-streaming, and the ladder says what failed, at each cursor', async ({
    frameflow,
    product,
  }) => {
    await frameflow.start()
    const bob = frameflow.client('B Bob')
    const rungs = bob.card.getByRole('list', { name: 'Transports tried' }).getByRole('listitem')
    await bob.disconnect.click()
    await expect(bob.status('closed')).toBeVisible()
    await commandLab(product.url, {
      command: 'set-faults',
      faults: [{ fault: 'block-upgrade', on: true, client: 'B' }],
    })
    await bob.transport.selectOption('Auto (SockJS)')
    await bob.connect.click()
    await expect(bob.status('connected')).toBeVisible()
    await frameflow.playback(/^Go live/).click()
    await frameflow.inspection.atRest()
    await bob.card.locator('summary').click()
    await expect(rungs).toHaveText([/^\/info 200, \d+ ms$/, 'websocket 400, no Upgrade', /^xhr-streaming open after/])
    await expect(frameflow.box('client B Bob')).toHaveAccessibleName(/POST …\/xhr_streaming open \d+ s · \d.*128 KiB/)

    await test.step('it works backwards', async () => {
      const events = await frameflow.inspection.events()
      const failed = events.find((event) => event.type === 'client.reported' && event.report === 'transport-failed')
      await frameflow.inspection.seek((failed?.seq ?? 0) + 1)
      await expect(rungs).toHaveText([/^\/info/, 'websocket 400, no Upgrade'])
      await expect(bob.card).toContainText('then xhr-streaming and 7 more')
      await expect(frameflow.caption).toHaveText('Bob gives up websocket: the server answered 400.')
    })
  })
})

test('a client delivers a greeting over each transport, and is told of the connections that it holds', {
  tag: '@slow',
}, async ({ frameflow }) => {
  test.slow()
  await frameflow.start()
  const bob = frameflow.client('B Bob')
  expect(await bob.transport.getByRole('option').allTextContents()).toEqual(TRANSPORTS)
  for (const transport of ['xhr-streaming', 'eventsource', 'htmlfile', 'xhr-polling']) {
    await test.step(transport, async () => {
      await bob.disconnect.click()
      await expect(bob.status('closed')).toBeVisible()
      await bob.transport.selectOption(transport)
      await expect(bob.card).toContainText(
        'one of the 6 HTTP/1.1 connections that a browser keeps to a server. Held now: 0.',
      )
      await bob.connect.click()
      await expect(bob.status('connected')).toBeVisible()
      await bob.subscribe.click()
      await expect(bob.subscriptions.getByRole('listitem')).toHaveCount(1)
      await frameflow.greet()
      await expect(bob.frames.getByRole('listitem').last()).toContainText('Hello, Ada!')
      await expect(bob.card).toContainText(`/info → ${transport}`)
      await expect(frameflow.box('client B Bob')).toHaveAccessibleName(new RegExp(`SockJS · ${transport}`))
    })
  }
})
