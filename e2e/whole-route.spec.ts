import type { TraceEvent } from '#trace'
import { expect, test } from './browser/learner-test.ts'

/** Storyboard 2: the beginnings of hops, in this order. `webSocketSession` and `stompSubProtocolHandler` are the endpoint. */
const ROUTE = [
  'webSocketSession webSocketSession receives 92 octets from Ada.',
  "stompSubProtocolHandler stompSubProtocolHandler decodes Ada's SEND.",
  "clientInboundChannel clientInboundChannel takes Ada's SEND to /app/hello.",
  "clientInboundChannel clientInboundChannel offers Ada's SEND to 3 handlers; only @MessageMapping takes it.",
  "simpAnnotationMethodMessageHandler GreetingController.hello() runs for Ada's SEND.",
  "brokerChannel brokerChannel takes Ada's MESSAGE to /topic/greetings.",
  "brokerChannel brokerChannel offers Ada's MESSAGE to 2 handlers; only SimpleBroker takes it.",
  'simpleBrokerMessageHandler SimpleBroker finds 2 subscriptions to /topic/greetings.',
  'clientOutboundChannel clientOutboundChannel takes the MESSAGE for Ada.',
  'clientOutboundChannel clientOutboundChannel takes the MESSAGE for Bob.',
  'client A Ada Ada gets the MESSAGE: the callback of sub-0 is called.',
  'client B Bob Bob gets the MESSAGE: the callback of sub-0 is called.',
]

const causesOf = (events: readonly TraceEvent[], event: TraceEvent): readonly TraceEvent[] => {
  const chain: TraceEvent[] = []
  for (
    let at: TraceEvent | undefined = event;
    at !== undefined;
    at = at.cause === null ? undefined : events[at.cause]
  ) {
    chain.push(at)
  }
  return chain
}

test('a greeting is told hop by hop, with the reasons of those who let it pass, and each callback leads back to the SEND', async ({
  frameflow,
}) => {
  await frameflow.start()
  await frameflow.client('A Ada').sendHello.click()
  const hops = frameflow.route().getByRole('listitem')
  await expect(hops.last()).toHaveText(ROUTE.at(-1) ?? '')
  await expect(hops.last()).toHaveAttribute('aria-current', 'step')

  const texts = (await hops.allTextContents()).map((text) => text.replaceAll(/\s+/g, ' ').trim())
  let from = 0
  for (const hop of ROUTE) {
    const at = texts.findIndex((text, index) => index >= from && text.startsWith(hop))
    expect(at, `"${hop}" comes after "${texts[from - 1] ?? 'the beginning'}"`).toBeGreaterThanOrEqual(from)
    from = at + 1
  }
  expect(texts[0]).toBe(ROUTE[0])

  const offers = hops.filter({ hasText: 'to 3 handlers' })
  await expect(offers).toContainText('simpleBrokerMessageHandler: not mine: not /topic, /queue')
  await expect(offers).toContainText('userDestinationMessageHandler: not mine: not /user/')

  await hops.filter({ hasText: 'finds 2 subscriptions' }).click()
  await expect(frameflow.caption).toHaveText('SimpleBroker finds 2 subscriptions to /topic/greetings.')
  await expect(hops.last()).toHaveText('client B Bob not yet')

  for (const name of ['A Ada', 'B Bob']) {
    await expect(frameflow.client(name).frames.getByRole('listitem').last()).toContainText('{"content":"Hello, Ada!"}')
  }
  const events = await frameflow.inspection.events()
  const callbacks = events.filter((event) => event.type === 'client.reported' && event.report === 'callback-called')
  expect(callbacks.map(({ client }) => client)).toEqual(['A', 'B'])
  const roots = callbacks.map((callback) => {
    const chain = causesOf(events, callback)
    const encoded = chain.find((event) => event.type === 'stomp.frame-encoded')
    const decoded = chain.find((event) => event.type === 'stomp.frame-decoded')
    expect(encoded).toMatchObject({ client: callback.client, frame: { command: 'MESSAGE' } })
    expect(decoded).toMatchObject({ client: 'A', frame: { command: 'SEND' } })
    return chain.at(-1)
  })
  expect(roots[0]).toMatchObject({ type: 'websocket.frame-received', client: 'A' })
  expect(roots[1]).toBe(roots[0])
})
