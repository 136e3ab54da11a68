import { expect, test } from './browser/learner-test.ts'
import { connectFromOutside } from './browser/outside-client.ts'

test('a client disconnects and connects again when asked; after a loss by itself, with what it had', async ({
  frameflow,
}) => {
  await frameflow.start()
  const bob = frameflow.client('B Bob')
  await bob.disconnect.click()
  await expect(bob.status('closed')).toBeVisible()
  await expect(bob.send).toBeDisabled()
  await expect(frameflow.box('client B Bob')).toHaveAccessibleName(/, closed with 1000/)
  await expect(frameflow.box('simpleBrokerMessageHandler')).toContainText(/\/topic\/greetings\s*A\s*sub-0$/)
  await bob.connect.click()
  await expect(bob.status('connected')).toBeVisible()
  await expect(bob.subscriptions.getByRole('listitem')).toHaveCount(0)

  await bob.subscribe.click()
  await expect(bob.subscriptions.getByRole('listitem')).toHaveCount(1)
  await bob.options.click()
  await bob.kill.click()
  await expect(bob.status('reconnecting')).toBeVisible()
  await expect(bob.trouble).toContainText('1006')
  await expect(frameflow.client('A Ada').status('connected')).toBeVisible()
  await expect(bob.status('connected')).toBeVisible({ timeout: 10_000 })
  await expect(bob.subscriptions.getByRole('listitem')).toHaveText('sub-0 /topic/greetings')
})

test('a destination is chosen from the suggestions and left again, and a message carries what was typed', async ({
  page,
  frameflow,
}) => {
  await frameflow.start()
  const ada = frameflow.client('A Ada')
  const list = await ada.subscribeTo.getAttribute('list')
  const offered = await page
    .locator(`datalist[id="${list}"] option`)
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
  const suggestion = offered.find((destination) => destination !== '/topic/greetings') ?? ''
  expect(suggestion).not.toBe('')
  await ada.subscribeTo.fill(suggestion)
  await ada.subscribe.click()
  const entry = ada.subscriptions.getByRole('listitem').filter({ hasText: `sub-1 ${suggestion}` })
  await expect(entry).toBeVisible()
  await entry.getByRole('button', { name: `Unsubscribe sub-1 from ${suggestion}` }).click()
  await expect(entry).toHaveCount(0)
  await expect(ada.frames.getByRole('listitem').last()).toContainText('UNSUBSCRIBE')
  await frameflow.inspection.atRest()
  expect((await frameflow.inspection.state()).subscriptions).toHaveLength(2)

  await ada.destination.fill('/topic/greetings')
  await ada.body.fill('Xin chào')
  await ada.card.getByRole('button', { name: 'Add header' }).click()
  await ada.card.getByRole('textbox', { name: 'Header name' }).fill('x-colour')
  await ada.card.getByRole('textbox', { name: 'Header value' }).fill('green:blue')
  await ada.send.click()
  const row = frameflow.client('B Bob').frames.getByRole('listitem').last()
  await expect(row).toContainText('MESSAGE')
  await row.getByRole('button', { name: 'Show octets' }).click()
  await expect(row).toContainText('x-colour:green\\cblue')
  await expect(row).toContainText('Xin chào')
})

test('Bob gets greetings over SockJS, with the transport that it chooses and with the one that he chooses', async ({
  frameflow,
}) => {
  await frameflow.start()
  const bob = frameflow.client('B Bob')
  for (const transport of ['Auto (SockJS)', 'websocket']) {
    await bob.disconnect.click()
    await expect(bob.status('closed')).toBeVisible()
    await bob.transport.selectOption(transport)
    await bob.connect.click()
    await expect(bob.status('connected')).toBeVisible()
    await bob.subscribe.click()
    await expect(bob.subscriptions.getByRole('listitem')).toHaveCount(1)
    await frameflow.greet()
    await expect(bob.frames.getByRole('listitem').last()).toContainText('Hello, Ada!')
    await expect(frameflow.box('client B Bob')).toHaveAccessibleName(/SockJS · websocket/)
    await expect(frameflow.box('sockJsService')).toHaveAccessibleName('sockJsService, 1 session')
  }
})

test('an expired token is refused with an ERROR frame and a closed connection', async ({ frameflow }) => {
  await frameflow.start()
  const bob = frameflow.client('B Bob')
  await bob.disconnect.click()
  await expect(bob.status('closed')).toBeVisible()
  await bob.options.click()
  await bob.token.selectOption('expired')
  await bob.card.getByRole('checkbox', { name: 'Reconnect by itself' }).uncheck()
  await bob.connect.click()
  await expect(bob.trouble).toContainText('ERROR:')
  await expect(bob.status('closed')).toBeVisible()
  await expect(bob.frames.getByRole('listitem').last()).toContainText('ERROR')

  const events = await frameflow.inspection.events()
  const encoded = events.find((event) => event.type === 'stomp.frame-encoded' && event.frame.command === 'ERROR')
  await frameflow.inspection.seek(encoded?.seq ?? 0)
  await frameflow.speed.selectOption('1/20×')
  await frameflow.playback('Step').click()
  await expect(frameflow.messagesInFlight.getByRole('listitem').filter({ hasText: 'ERROR' })).toHaveText(
    'B ERROR ! from stompSubProtocolHandler to webSocketSession',
  )
  expect(await frameflow.inspection.tokens()).toContainEqual(expect.objectContaining({ client: 'B', shape: 'error' }))
})

test('more clients come, up to Fay', async ({ frameflow }) => {
  await frameflow.start()
  for (const name of ['C Cy', 'D Dee', 'E Eli', 'F Fay']) {
    await frameflow.addClient.click()
    await expect(frameflow.client(name).status('idle')).toBeVisible()
  }
  const fay = frameflow.client('F Fay')
  await fay.connect.click()
  await expect(fay.status('connected')).toBeVisible()
  await expect(frameflow.caption).toContainText('Fay')
  // Four have a box of their own in the picture.
  await expect(frameflow.box('client C Cy')).toHaveAccessibleName(/not connected/)
  await expect(frameflow.diagram).toContainText(/\d more clients/)
})

test('what nobody takes ends with three reasons', async ({ frameflow }) => {
  await frameflow.start()
  const ada = frameflow.client('A Ada')
  await ada.destination.fill('/nowhere')
  await expect(ada.card).toContainText('no handler will take this')
  await ada.send.click()
  const fan = frameflow.route().getByRole('listitem').filter({ hasText: 'none takes it' })
  await expect(fan).toContainText('simpAnnotationMethodMessageHandler: not mine: not /app')
  await expect(fan).toContainText('simpleBrokerMessageHandler: not mine: not /topic, /queue')
  await expect(fan).toContainText('userDestinationMessageHandler: not mine: not /user/')
  await frameflow.inspection.atRest()
  for (const handler of [
    'simpAnnotationMethodMessageHandler',
    'simpleBrokerMessageHandler',
    'userDestinationMessageHandler',
  ]) {
    await expect(frameflow.box(handler)).toHaveAccessibleName(/not mine: not \//)
  }
})

test('a client of another program has a card to look at, as long as it is there', async ({ frameflow, product }) => {
  await frameflow.start()
  const outside = await connectFromOutside(product.url)
  const { card, status, connect, send, subscriptions } = frameflow.client('C Cy')
  await expect(status('connected')).toBeVisible()
  await expect(card).toContainText('connected from elsewhere')
  await expect(connect).toHaveCount(0)
  await expect(send).toHaveCount(0)
  outside.send('SUBSCRIBE\nid:mine\ndestination:/topic/greetings\n\n')
  await expect(subscriptions.getByRole('listitem')).toHaveText('mine /topic/greetings')
  const greeting = outside.next()
  await frameflow.client('A Ada').sendHello.click()
  expect(await greeting).toContain('{"content":"Hello, Ada!"}')
  await outside.close()
  await expect(card).toHaveCount(0)
})

test('a second page gets the next letters, idle, and sees the clients of the first', async ({
  page,
  frameflow,
  context,
}) => {
  await frameflow.start()
  const other = await context.newPage()
  await other.goto('/')
  for (const name of ['Client C Cy', 'Client D Dee']) {
    const card = other.getByRole('group', { name, exact: true })
    await expect(card.getByText('idle', { exact: true })).toBeVisible()
    await expect(card.getByRole('button', { name: 'Connect', exact: true })).toBeEnabled()
  }
  await expect(other.getByRole('group', { name: 'Client A Ada', exact: true })).toContainText(
    'connected from elsewhere',
  )
  await expect(other.getByRole('button', { name: 'Send hello' })).toHaveCount(0)
  await expect(page.getByRole('group', { name: /^Client/ })).toHaveCount(2)
})
