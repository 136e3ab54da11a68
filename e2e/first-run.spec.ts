import { recordCaptions } from './browser/caption-record.ts'
import { expect, test } from './browser/learner-test.ts'

/** ux.md c.0, law 5: a caption has at most so many characters. */
const LONGEST_CAPTION = 90

const YOUR_TURN = 'Your turn: send a greeting and watch where it goes.'

/** Storyboard 1: what is to be so without any input. */
const WITHIN = { timeout: 10_000 }

test('within ten seconds Ada and Bob are connected, without a dialog and without any input', async ({
  page,
  frameflow,
}) => {
  await frameflow.open()
  await expect(page).toHaveTitle(/Frameflow/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(frameflow.caption).toHaveText(YOUR_TURN, WITHIN)

  for (const name of ['A Ada', 'B Bob']) {
    await expect(frameflow.client(name).status('connected')).toBeVisible()
    await expect(frameflow.client(name).subscriptions.getByRole('listitem')).toHaveText('sub-0 /topic/greetings')
  }
  const broker = frameflow.box('simpleBrokerMessageHandler')
  await expect(broker).toContainText('/topic/greetings')
  await expect(broker).toContainText(/A\s*sub-0\s*B\s*sub-0/)
  const { subscriptions } = await frameflow.inspection.state()
  expect(subscriptions.map(({ client, subscription, destination }) => [client, subscription, destination])).toEqual([
    ['A', 'sub-0', '/topic/greetings'],
    ['B', 'sub-0', '/topic/greetings'],
  ])

  await test.step('the one control that is asked for takes the focus', async () => {
    const { sendHello } = frameflow.client('A Ada')
    await expect(sendHello).toBeEnabled()
    await expect(sendHello).toBeInViewport()
    await sendHello.focus()
    await expect(sendHello).toBeFocused()
  })
})

// The page's time is the test's here: no machine is too slow to see every sentence.
test('the connections are told step by step', async ({ page, frameflow }) => {
  const captions = await recordCaptions(page)
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(3_600_000)
  await frameflow.open()
  const after = async <T>(milliseconds: number, look: () => Promise<T>): Promise<T> => {
    await page.clock.runFor(milliseconds)
    return look()
  }
  // They connect for real, which takes what it takes; the show begins after a second of the page.
  const subscribed = frameflow.client('B Bob').subscriptions.getByRole('listitem')
  await expect.poll(() => after(10, () => subscribed.count()), { intervals: [0] }).toBe(1)
  await expect
    .poll(() => after(500, () => frameflow.caption.textContent()), { intervals: [0], timeout: 20_000 })
    .toBe(YOUR_TURN)

  const told = await captions()
  const order = [
    'Two browsers and one server. Nothing is connected yet.',
    'Ada connects over raw WebSocket.',
    "The HTTP endpoint accepts Ada's WebSocket handshake with 101.",
    "stompSubProtocolHandler decodes Ada's CONNECT.",
    'Ada is connected with STOMP 1.2.',
    "stompSubProtocolHandler decodes Ada's SUBSCRIBE.",
    'Bob connects over raw WebSocket.',
    'Bob is connected with STOMP 1.2.',
    "stompSubProtocolHandler decodes Bob's SUBSCRIBE.",
    YOUR_TURN,
  ]
  expect(told.filter((sentence) => order.includes(sentence))).toEqual(order)
  expect(told[told.indexOf('Ada connects over raw WebSocket.') - 1]).toBe(order[0])
  expect(told.filter((sentence) => sentence.length > LONGEST_CAPTION)).toEqual([])
})

test('nothing moves at rest', async ({ page, frameflow }) => {
  await frameflow.start()
  // Who has sent a greeting is not asked for one any more.
  await frameflow.greet()
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  expect(await frameflow.inspection.tokens()).toEqual([])
  await expect(frameflow.messagesInFlight.getByRole('listitem')).toHaveCount(0)

  const seen = await page.evaluate(async () => {
    const picture = () => new Promise(requestAnimationFrame)
    let changes = 0
    const observer = new MutationObserver((records) => {
      changes += records.length
    })
    // What is loaded for later comes through the head, where nothing is seen.
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    // The canvas is painted by a worker, which is told each picture.
    let drawings = 0
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (...told: unknown[]) {
      drawings += 1
      Reflect.apply(postMessage, this, told)
    }
    const displayTimes = new Set<number>()
    for (let pictures = 0; pictures < 20; pictures++) {
      await picture()
      displayTimes.add(window.frameflow.displayTime)
    }
    observer.disconnect()
    Worker.prototype.postMessage = postMessage
    return {
      changes,
      displayTimes: displayTimes.size,
      drawings,
      running: document.getAnimations().length,
    }
  })
  expect(seen).toEqual({ changes: 0, displayTimes: 1, drawings: 0, running: 0 })
})

test('a person who does something ends the show, and the connections stay', async ({ frameflow }) => {
  await frameflow.open()
  await expect(frameflow.client('A Ada').status('connected')).toBeVisible()
  await frameflow.playback('Pause').click()
  const cursor = await frameflow.inspection.cursor()
  await expect(frameflow.client('B Bob').status('connected')).toBeVisible()
  await expect(frameflow.stateChip(/behind$/)).toBeVisible()
  expect(await frameflow.inspection.cursor()).toBe(cursor)
})
