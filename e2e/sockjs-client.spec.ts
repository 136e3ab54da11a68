import { on, once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import WebSocket from 'ws'
import type { FeedMessage, LabConfiguration } from '#trace'
import { type Product, startProduct, startSockJsServices } from './browser/product.ts'

const fromPackage = (path: string): string => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url))

const SOCKJS = fromPackage('sockjs-client/dist/sockjs.min.js')
const STOMPJS = fromPackage('@stomp/stompjs/bundles/stomp.umd.min.js')

/** All that Chromium can use. */
const TRANSPORTS = [
  'websocket',
  'xhr-streaming',
  'eventsource',
  'iframe-eventsource',
  'htmlfile',
  'iframe-htmlfile',
  'xhr-polling',
  'iframe-xhr-polling',
  'jsonp-polling',
]

/** Each would be spoilt by a transport that takes it for something of its own. */
const AWKWARD = [
  ...['100% sure', '%41%42', '50%25', 'é ÿ ü', '\u2028\u2029', '😀', '\ud800', '\0', '\r\n\t\b\f\u001b'],
  ...['</script><script>', '"quotes" \\ /', "it's", '\uffff\ufffe\ufff0', '\u200c\u200f\u2060', '', '+ &=;', '["a"]'],
  'x'.repeat(5000),
]

const COUNT = 1000
/** Of numbered messages on their way; Spring keeps no more than 100 for a client between polls. */
const WINDOW = 90

type Globals = {
  SockJS: new (url: string, protocols: undefined, options: { transports: string[] }) => globalThis.WebSocket
  StompJs: typeof import('@stomp/stompjs')
}

/** A page of the server's own origin with the client libraries. */
const openPage = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await page.addScriptTag({ path: SOCKJS })
  await page.addScriptTag({ path: STOMPJS })
}

/** @returns what came back, in order */
const echo = (page: Page, transport: string): Promise<readonly string[]> =>
  page.evaluate(
    ([only, messages]) =>
      new Promise((resolve, reject) => {
        const { SockJS } = globalThis as unknown as Globals
        const socket = new SockJS('/echo', undefined, { transports: [only] })
        const got: string[] = []
        socket.onopen = () => {
          for (const message of messages) socket.send(message)
        }
        socket.onmessage = ({ data }) => {
          if (got.push(data) === messages.length) socket.close()
        }
        socket.onclose = ({ code, reason }) =>
          got.length === messages.length ? resolve(got) : reject(new Error(`${code} ${reason} after ${got.length}`))
      }),
    [transport, AWKWARD] as const,
  )

/** Numbered STOMP messages to a topic and back. @returns the bodies that came back, in order */
const count = (page: Page, transport: string): Promise<readonly string[]> =>
  page.evaluate(
    ([only, total, window]) =>
      new Promise((resolve, reject) => {
        const { SockJS, StompJs } = globalThis as unknown as Globals
        const got: string[] = []
        let sent = 0
        const client = new StompJs.Client({
          webSocketFactory: () => new SockJS('/ws', undefined, { transports: [only] }),
          reconnectDelay: 0,
          onWebSocketClose: ({ code, reason }) =>
            got.length === total ? resolve(got) : reject(new Error(`${code} ${reason} after ${got.length}`)),
        })
        const fill = (): void => {
          for (; sent < total && sent < got.length + window; sent++)
            client.publish({ destination: `/topic/${only}`, body: String(sent) })
        }
        client.onConnect = () => {
          client.subscribe(`/topic/${only}`, ({ body }) => {
            if (got.push(body) === total) void client.deactivate()
            else fill()
          })
          fill()
        }
        client.activate()
      }),
    [transport, COUNT, WINDOW] as const,
  )

/** Gives the lab what its page would: an order that is kept, and the transports of old. */
const configure = async ({ url }: Product): Promise<void> => {
  const feed = new WebSocket(`${url.replace('http', 'ws')}/trace`)
  // Several may come at once: what nobody waits for yet is kept.
  const messages = on(feed, 'message')
  const next = async (isIt: (message: FeedMessage) => boolean): Promise<FeedMessage> => {
    for (;;) {
      const { value } = await messages.next()
      const message = JSON.parse(String(value[0])) as FeedMessage
      if (isIt(message)) return message
    }
  }
  await once(feed, 'open')
  feed.send('{"resume":0}')
  const hello = await next((message) => 'hello' in message)
  if (!('hello' in hello)) throw new Error('a feed begins with hello')
  const { sockJs, ...rest } = hello.hello.config
  const config: LabConfiguration = {
    ...rest,
    name: 'custom',
    preservePublishOrder: true,
    preserveReceiveOrder: true,
    sockJs: { ...sockJs, jsonp: true, iframe: true, clientLibraryUrl: '/sockjs.min.js' },
  }
  feed.send(JSON.stringify({ id: 1, command: 'configure', config }))
  expect(await next((message) => 'reply' in message)).toMatchObject({ reply: 1, ok: {} })
  feed.close()
}

test.describe
  .serial('sockjs-client over every transport', () => {
    let product: Product
    let services: Product

    test.beforeAll(async () => {
      ;[product, services] = await Promise.all([startProduct(), startSockJsServices()])
      await configure(product)
    })

    test.afterAll(() => Promise.all([product.stop(), services.stop()]))

    test('carries awkward characters as they are', async ({ page }) => {
      // The product has a copy for its iframe page; the services of the public protocol's tests have none.
      await page.route('**/sockjs.min.js', (route) => route.fulfill({ path: SOCKJS, contentType: 'text/javascript' }))
      await openPage(page, `${services.url}/echo`)
      for (const transport of TRANSPORTS)
        await test.step(transport, async () => expect(await echo(page, transport)).toEqual(AWKWARD))
    })

    test(`carries ${COUNT} numbered STOMP messages each way, none lost, none out of order`, { tag: '@slow' }, async ({
      page,
    }) => {
      await openPage(page, `${product.url}/health`)
      const numbers = Array.from({ length: COUNT }, (_, number) => String(number))
      for (const transport of TRANSPORTS)
        await test.step(transport, async () => expect(await count(page, transport)).toEqual(numbers))
    })
  })
