import { expect, test } from './browser/learner-test.ts'
import { startProduct } from './browser/product.ts'

/** A browser says so itself when a connection is refused. */
test.use({
  expectedConsoleErrors: [[/WebSocket connection to .* failed/, /ERR_CONNECTION_REFUSED/], { scope: 'test' }],
})

test('a server that is gone is said, and one that comes back is welcome', async ({ page, frameflow, product }) => {
  await frameflow.start()
  await frameflow.greet()
  const steps = await frameflow.position.inputValue()
  const frames = frameflow.client('A Ada').frames.getByRole('listitem')
  const rows = await frames.count()
  const strip = page.getByRole('status').filter({ hasText: /I cannot see the server \(\d+ s\)/ })

  await test.step('while it is gone, everything that was seen stays', async () => {
    await product.stop()
    await expect(strip).toBeVisible()
    for (const name of ['A Ada', 'B Bob']) {
      await expect(frameflow.client(name).status('reconnecting')).toBeVisible()
      await expect(frameflow.client(name).send).toBeDisabled()
    }
    await expect(frames).toHaveCount(rows)
    await expect(frameflow.addClient).toBeDisabled()
    await expect(frameflow.position).toHaveValue(steps)
    await frameflow.playback('Previous message').click()
    await expect(frameflow.caption).toHaveText('webSocketSession receives 92 octets from Ada.')
    await page.keyboard.press('End')
  })

  await test.step('the new one has a new trace, and the page works again', async () => {
    const again = await startProduct(product.port)
    try {
      await expect(strip).toBeHidden({ timeout: 10_000 })
      await expect(page.getByText('The server began anew, and so does this trace.')).toBeVisible()
      await page.getByRole('button', { name: 'Dismiss' }).click()
      await expect(page.getByText('The server began anew')).toHaveCount(0)
      for (const name of ['A Ada', 'B Bob']) {
        await expect(frameflow.client(name).status('connected')).toBeVisible({ timeout: 10_000 })
        await expect(frameflow.client(name).subscriptions.getByRole('listitem')).toHaveText('sub-0 /topic/greetings')
      }
      await frameflow.greet()
      await expect(frameflow.client('B Bob').frames.getByRole('listitem').last()).toContainText('Hello, Ada!')
      await expect(frameflow.stateChip('Live')).toBeVisible()
      expect((await frameflow.inspection.events())[0]).toMatchObject({ seq: 0 })
    } finally {
      await again.stop()
    }
  })
})
