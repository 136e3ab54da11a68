import type { Page } from '@playwright/test'
import { expect, test } from './browser/learner-test.ts'

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
  })

test('Tab goes from the skip link along the flow: header, notes, picture, route, clients, playback', async ({
  page,
  frameflow,
}) => {
  await frameflow.open()
  await expect(frameflow.client('B Bob').subscriptions.getByRole('listitem')).toHaveCount(1)
  // Not a click: Tab would go on from there.
  await page.keyboard.press('End')
  await frameflow.inspection.atRest()
  const regions = await page.evaluate(() => {
    const order = [...document.querySelectorAll<HTMLElement>('a, button, input, select, [tabindex="0"]')].filter(
      (element) => element.tabIndex >= 0 && element.checkVisibility() && !element.hasAttribute('disabled'),
    )
    const names = order.map((element) => {
      if (element.matches('.skip-link')) return 'skip link'
      if (element.closest('header')) return 'header'
      if (element.matches('[data-station]')) return 'diagram'
      if (element.closest('[aria-label="Clients"]')) return 'clients'
      if (element.closest('[aria-label^="Route of message"]')) return 'route'
      if (element.closest('[role="contentinfo"]')) return 'playback'
      return element.querySelector('[aria-label="Notes"]') ? 'notes' : ''
    })
    return names.filter((name, index) => name !== '' && name !== names[index - 1])
  })
  expect(regions).toEqual(['skip link', 'header', 'notes', 'diagram', 'route', 'clients', 'playback'])

  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to route' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Skip to route' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(frameflow.route().locator('[aria-current="step"]')).toBeFocused()
})

test('keys step, run and jump from anywhere', async ({ page, frameflow }) => {
  await frameflow.start()
  await frameflow.greet()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const { position, playback, stateChip, speed } = frameflow
  const last = Number(await position.inputValue())
  const press = (...keys: readonly string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const isAt = (step: number) => expect(position).toHaveValue(String(step))

  await press('ArrowLeft', 'ArrowLeft')
  await isAt(last - 2)
  await press('ArrowRight')
  await isAt(last - 1)
  await press('Shift+ArrowLeft')
  await expect(frameflow.route().getByRole('listitem').first()).toHaveAttribute('aria-current', 'step')
  const beginning = Number(await position.inputValue())
  await press('Shift+ArrowLeft')
  expect(Number(await position.inputValue())).toBeLessThan(beginning)
  await press('Shift+ArrowRight')
  await isAt(beginning)
  await press('Home')
  await isAt(0)
  await press(',')
  await expect(speed.locator('option:checked')).toHaveText('1/2×')
  await press('.', '.')
  await expect(speed.locator('option:checked')).toHaveText('2×')
  await press(' ')
  await expect(playback('Pause')).toBeVisible()
  await press(' ')
  await expect(playback('Play')).toBeVisible()
  await press('End')
  await isAt(last)
  await expect(stateChip('Live')).toBeVisible()
})

test('letters and Space are only typed where something is typed; elsewhere ? opens the keys, and Escape closes them', async ({
  page,
  frameflow,
}) => {
  await frameflow.start()
  const { body } = frameflow.client('A Ada')
  await body.fill('')
  await page.keyboard.type('c ?,.')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(body).toHaveValue('c ?,.')
  await expect(body).toBeFocused()
  const keys = page.getByRole('complementary', { name: 'Keys' })
  await expect(keys).toHaveCount(0)
  await expect(frameflow.stateChip('Live')).toBeVisible()
  await expect(frameflow.speed.locator('option:checked')).toHaveText('1×')

  await frameflow.playback('Step').focus()
  await page.keyboard.press('?')
  await expect(keys).toBeVisible()
  await expect(keys).toContainText('Play or pause')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
  await expect(frameflow.playback('Step')).toBeFocused()
})

test('the diagram takes Tab once, arrows go along the flow and along the route, and Enter shows a hop', async ({
  page,
  frameflow,
}) => {
  await frameflow.start()
  const { box, diagram } = frameflow
  await expect(diagram.locator('[data-station][tabindex="0"]')).toHaveCount(1)
  await box('client A Ada').focus()
  for (const [key, station] of [
    ['ArrowDown', 'client B Bob'],
    ['Home', 'client A Ada'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(box(station)).toBeFocused()
  }
  for (const [from, key, to] of [
    ['client A Ada', 'ArrowRight', /^(httpEndpoint|sockJsService|webSocketSession)/],
    ['clientInboundChannel', 'ArrowRight', /^simpAnnotationMethodMessageHandler/],
    ['simpAnnotationMethodMessageHandler', 'ArrowDown', /^userDestinationMessageHandler/],
    ['simpleBrokerMessageHandler', 'ArrowLeft', /^clientOutboundChannel/],
    ['clientOutboundChannel', 'ArrowLeft', /^stompSubProtocolHandler/],
  ] as const) {
    await box(from).focus()
    await page.keyboard.press(key)
    expect(await focusedName(page)).toMatch(to)
  }
  await expect(frameflow.stateChip('Live'), 'arrows in the diagram are no steps').toBeVisible()
  await expect(diagram.locator('[data-station][tabindex="0"]')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await expect(diagram.locator('[data-station]:focus')).toHaveCount(0)

  await frameflow.greet()
  const hops = frameflow.route().getByRole('listitem')
  await hops.last().focus()
  await page.keyboard.press('ArrowUp')
  await expect(hops.nth(-2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(hops.nth(-2)).toHaveAttribute('aria-current', 'step')
  await expect(frameflow.stateChip('1 behind')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(hops.last()).toBeFocused()
})

test('the focus can be seen wherever it is, and a client is connected, subscribed and heard without a pointer', async ({
  page,
  frameflow,
}) => {
  await frameflow.start()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const unseen: string[] = []
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const fault = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const { width, height, top, bottom } = element.getBoundingClientRect()
      const drawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      const inView = width > 0 && height > 0 && bottom > 0 && top < innerHeight
      return drawn && inView ? null : element.outerHTML.slice(0, 120)
    })
    if (fault !== null) unseen.push(fault)
  }
  expect(unseen).toEqual([])

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const ada = frameflow.client('A Ada')
  await page.keyboard.press('c')
  await expect(ada.disconnect).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ada.connect).toBeVisible()
  await expect(ada.status('closed')).toBeVisible()
  await page.keyboard.press(' ')
  await expect(ada.status('connected')).toBeVisible()
  await ada.subscribeTo.focus()
  await page.keyboard.press('Enter')
  await expect(ada.subscriptions.getByRole('listitem')).toHaveCount(1)
  await ada.body.focus()
  await page.keyboard.press('Enter')
  await expect(ada.frames.getByRole('listitem').last()).toContainText('Hello, Ada!')
})
