import type { Locator } from '@playwright/test'
import { axeViolations } from './browser/axe-violations.ts'
import type { FrameflowPage } from './browser/frameflow-page.ts'
import { expect, test } from './browser/learner-test.ts'

const SEND = 'SEND\ndestination:/app/hello\ncontent-type:application/json\ncontent-length:14\n\n{"name":"Ada"}\0'
/** FIN to length, and the masking key (RFC 6455 §5.2). */
const MASKED_HEAD = 6

const layer = ({ inspector }: FrameflowPage, name: string): Locator =>
  inspector.getByRole('region', { name, exact: true })

const part = (card: Locator, kind: string): Locator => card.locator(`[data-part="${kind}"]`)

const sizes = ({ inspector }: FrameflowPage): Locator =>
  inspector.getByRole('list', { name: 'What each layer adds' }).getByRole('listitem')

const litOctets = async (frameflow: FrameflowPage): Promise<readonly number[]> => {
  const lit = layer(frameflow, 'TCP').locator('[data-octet][data-lit]')
  return (await lit.evaluateAll((octets) => octets.map((octet) => octet.getAttribute('data-octet')))).map(Number)
}

/** Chooses the step of the shown message whose sentence has these words, and opens the inspector. */
const inspectStep = async (frameflow: FrameflowPage, words: string | RegExp): Promise<void> => {
  await frameflow.route().getByRole('listitem').filter({ hasText: words }).first().click()
  await frameflow.diagram.page().keyboard.press('i')
  await expect(frameflow.inspector.locator(':focus')).toHaveCount(1)
  await expect(layer(frameflow, 'STOMP')).toBeVisible()
}

/** Ada leaves, comes back over another transport, and greets. */
const greetOver = async (frameflow: FrameflowPage, transport: string): Promise<void> => {
  const ada = frameflow.client('A Ada')
  await ada.disconnect.click()
  await expect(ada.status('closed')).toBeVisible()
  await ada.transport.selectOption(transport)
  await ada.connect.click()
  await expect(ada.status('connected')).toBeVisible()
  await ada.subscribe.click()
  await expect(ada.subscriptions.getByRole('listitem')).toHaveCount(1)
  await frameflow.greet()
}

test('a part of a SEND is its octets in every layer, masked as they are', async ({ page, frameflow }) => {
  await frameflow.start()
  await frameflow.greet()
  await inspectStep(frameflow, "decodes Ada's SEND")
  await expect(sizes(frameflow)).toHaveText(['body 14', 'STOMP +78 = 92', 'WebSocket +6 = 98'])

  const stomp = layer(frameflow, 'STOMP')
  await stomp.getByRole('button', { name: 'destination: /app/hello', exact: true }).focus()
  const from = MASKED_HEAD + SEND.indexOf('/app/hello')
  expect(await litOctets(frameflow)).toEqual(Array.from('/app/hello', (_, at) => from + at))
  await expect(frameflow.explanation).toContainText('destination: /app/hello')
  await expect(frameflow.explanation.getByRole('link')).toHaveText('STOMP 1.2 § STOMP Frames')

  await part(stomp, 'stomp.blank-line').focus()
  await expect(part(stomp, 'stomp.blank-line')).toContainText('LF')
  expect(await litOctets(frameflow)).toEqual([MASKED_HEAD + SEND.indexOf('\n\n') + 1])

  const tcp = layer(frameflow, 'TCP')
  await tcp.locator(`[data-octet="${MASKED_HEAD}"]`).focus()
  await expect(frameflow.explanation).toContainText(/0x[0-9a-f]{2} ⊕ 0x[0-9a-f]{2} = 0x53 'S'/)
  await expect(stomp.locator('[data-lit]')).toHaveText('S')
  await expect(tcp.locator('[data-lit="key"]')).toHaveAttribute('data-octet', String(MASKED_HEAD - 4))

  await tcp.getByRole('button', { name: 'Unmasked' }).click()
  await expect(tcp.locator(`[data-octet="${MASKED_HEAD}"]`)).toHaveText('53')
  await part(stomp, 'stomp.command').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(frameflow.explanation).toContainText(`octet ${MASKED_HEAD + 1}`)
  await page.keyboard.press('Backspace')
  await expect(part(layer(frameflow, 'WebSocket'), 'websocket.payload')).toBeFocused()
  await page.keyboard.press('Backspace')
  await expect(tcp.locator(`[data-octet="${MASKED_HEAD}"]`)).toBeFocused()

  await tcp.getByRole('button', { name: 'TCP', exact: true }).click()
  await page.reload()
  await frameflow.diagram.waitFor()
  await page.keyboard.press('i')
  await expect(tcp.getByRole('button', { name: 'TCP', exact: true })).toHaveAttribute('aria-expanded', 'false')
})

test('through SockJS the NUL of a frame is six characters, and each layer says what it adds', async ({ frameflow }) => {
  await frameflow.start()
  await greetOver(frameflow, 'websocket')
  await inspectStep(frameflow, "decodes Ada's SEND")
  await expect(sizes(frameflow)).toHaveText(['body 14', 'STOMP +78 = 92', 'SockJS +18 = 110', 'WebSocket +6 = 116'])
  await part(layer(frameflow, 'STOMP'), 'stomp.nul').focus()
  await expect(layer(frameflow, 'SockJS').locator('[data-lit]')).toHaveText('\\u0000')
  expect(await litOctets(frameflow)).toHaveLength(6)
})

/** Chooses a configuration in the page and leaves the menu again. */
const configure = async ({ caption }: FrameflowPage, name: string, price: string): Promise<void> => {
  const page = caption.page()
  const button = page.getByRole('button', { name: /^Configuration/ })
  await button.click()
  const menu = page.getByRole('dialog', { name: /^Configuration/ })
  await expect(menu).toContainText(price)
  expect(await axeViolations(page, { within: '.configuration-menu' })).toEqual([])
  await menu.getByRole('button', { name: `Apply ${name}`, exact: true }).press('Enter')
  await expect(menu.getByRole('button', { name: `Runs: ${name}`, exact: true })).toBeFocused()
  await expect(menu.getByRole('status')).toHaveText(`${name} runs now.`)
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
}

test('under the configuration deflate, chosen in the page, a compressed SEND is read again, and each of its parts lies on all compressed octets', async ({
  frameflow,
}) => {
  await frameflow.start()
  await configure(frameflow, 'deflate', 'Applying closes 2 sessions with 1012. Reconnect by themselves: Ada, Bob.')
  const connected = async () => {
    const events = await frameflow.inspection.events()
    return events.filter((event) => event.type === 'client.reported' && event.report === 'stomp-connected').length
  }
  await expect.poll(connected, { timeout: 15_000 }).toBe(4)
  await frameflow.greet()
  await inspectStep(frameflow, "decodes Ada's SEND")
  await expect(sizes(frameflow)).toHaveText([
    'body 14',
    'STOMP +78 = 92',
    /^deflate [−+]\d+ = \d+$/,
    /^WebSocket \+6 = \d+$/,
  ])
  const webSocket = layer(frameflow, 'WebSocket')
  await expect(part(webSocket, 'websocket.rsv1')).toContainText('1')
  await expect(part(webSocket, 'websocket.inflated')).toContainText('permessage-deflate: 92 octets travelled as')

  const stomp = layer(frameflow, 'STOMP')
  await stomp.getByRole('button', { name: 'destination: /app/hello', exact: true }).focus()
  const length = await layer(frameflow, 'TCP').locator('[data-octet]').count()
  const compressed = Array.from({ length: length - MASKED_HEAD }, (_, at) => MASKED_HEAD + at)
  expect(await litOctets(frameflow)).toEqual(compressed)
  await expect(stomp.locator('[data-lit]')).toHaveText('/app/hello')
  await expect(webSocket.locator('[data-octet][data-lit]')).toHaveCount('/app/hello'.length)
  await expect(frameflow.explanation).toContainText('of the inflated message')
  expect(await axeViolations(frameflow.inspector.page(), { within: '.inspector' })).toEqual([])

  await frameflow.playback(/^Go live/).click()
  await configure(frameflow, 'default', 'Applying closes 2 sessions with 1012.')
  await expect(frameflow.client('A Ada').status('reconnecting')).toBeVisible()
})

test('over HTTP the request stands in place of the WebSocket frame, and a script around a SockJS frame is no part of it', async ({
  frameflow,
}) => {
  await frameflow.start()
  await greetOver(frameflow, 'htmlfile')
  await inspectStep(frameflow, "decodes Ada's SEND")
  const http = layer(frameflow, 'WebSocket')
  await expect(part(http, 'http.head')).toContainText(/^POST \/ws\/.*\/xhr_send\b/)
  await part(layer(frameflow, 'STOMP'), 'stomp.nul').focus()
  await expect(http.locator('[data-lit]')).toHaveText('\\u0000')

  await frameflow.inspector.getByRole('button', { name: 'MESSAGE to Ada', exact: true }).click()
  await expect(frameflow.inspector.getByRole('heading', { name: 'MESSAGE to Ada' })).toBeVisible()
  await expect(part(http, 'http.wrapping').first()).toContainText('<script>')
  await expect(layer(frameflow, 'SockJS').locator('pre')).toHaveText(/^a\["MESSAGE\\n.*\\u0000"\]$/)
  await part(layer(frameflow, 'STOMP'), 'stomp.command').focus()
  await expect(http.locator('[data-lit]')).toHaveText('MESSAGE')
})

test('a frame leads to what caused it, and can be kept aside, compared and copied', async ({ page, frameflow }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await frameflow.start()
  await frameflow.greet()
  await inspectStep(frameflow, "decodes Ada's SEND")
  const button = (name: string): Locator => frameflow.inspector.getByRole('button', { name, exact: true })
  await button('Copy').click()
  await expect(frameflow.inspector).toContainText('Copied')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(`${SEND.replace('\0', '^@')}\n\n81 dc `)

  await button('Pin').click()
  await expect(button('Pin')).toHaveAttribute('aria-pressed', 'true')
  await button('MESSAGE to Bob').click()
  await expect(frameflow.inspector.getByRole('heading', { name: /MESSAGE to Bob/ })).toBeVisible()
  await button('Compare with pinned').click()
  const headers = layer(frameflow, 'STOMP').getByRole('table', { name: 'Compare with pinned' }).getByRole('row')
  await expect(headers.filter({ hasText: 'destination' })).toHaveText('≠ destination/topic/greetings/app/hello')
  await expect(headers.filter({ hasText: 'content-type' })).toHaveText(/^\s*content-type/)
  await expect(layer(frameflow, 'Spring message').getByRole('table', { name: 'Compare with pinned' })).toBeVisible()
  expect(await axeViolations(page, { within: '.inspector' })).toEqual([])
  await button('SEND from Ada').click()
  await expect(frameflow.inspector.getByRole('heading', { name: /SEND from Ada/ })).toBeVisible()
})

test('a copy is written anew on every layer, and goes out as it stands', async ({ frameflow }) => {
  await frameflow.start()
  await frameflow.greet()
  await inspectStep(frameflow, "decodes Ada's SEND")
  const stomp = layer(frameflow, 'STOMP')
  await stomp.getByRole('button', { name: 'Edit a copy' }).click()
  await stomp.getByRole('textbox').fill('SEND\ndestination\n\n{"name":"a copy"}')
  await expect(stomp).toContainText('The header line “destination” has no colon.')
  await expect(stomp).toContainText('No NUL ends the frame')
  await stomp.getByRole('textbox').fill('SEND\ndestination:/app/hello\n\n{"name":"a copy"}^@')
  await expect(sizes(frameflow)).toHaveText(['body 17', 'STOMP +30 = 47', 'WebSocket +6 = 53'])
  await expect(layer(frameflow, 'TCP')).toContainText('53 octets')
  await stomp.getByRole('button', { name: 'Send this from A' }).click()
  await expect(stomp).toContainText('Sent as it stands.')
  await expect(frameflow.client('B Bob').frames.getByRole('listitem').last()).toContainText('Hello, a copy!')
})

test('the open inspector has nothing that axe finds, light or dark', { tag: '@slow' }, async ({ page, frameflow }) => {
  await frameflow.start()
  await frameflow.greet()
  await inspectStep(frameflow, "decodes Ada's SEND")
  await part(layer(frameflow, 'STOMP'), 'stomp.command').click()
  for (const label of ['Light', 'Dark']) {
    await page.getByRole('combobox', { name: 'Theme' }).selectOption(label)
    expect(await axeViolations(page, { within: '.inspector' }), label).toEqual([])
  }
})
