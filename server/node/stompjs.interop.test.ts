import { RxStomp } from '@stomp/rx-stomp'
import { Client, type IMessage, type StompConfig } from '@stomp/stompjs'
import { firstValueFrom, take, toArray } from 'rxjs'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { DEFAULT_CONFIGURATION } from '../lab/configurations.ts'
import type { LabConfiguration } from '../trace/index.ts'
import { LoopbackPage } from './loopback-page.ts'
import { type LoopbackServer, openLoopbackServer } from './loopback-server.ts'

let server: LoopbackServer
const clients: Client[] = []

const start = async (parts: Partial<LabConfiguration> = {}): Promise<LoopbackPage> => {
  server = await openLoopbackServer({ config: { ...DEFAULT_CONFIGURATION, ...parts } })
  return LoopbackPage.open(`ws://127.0.0.1:${server.port}/trace`)
}

/** What both libraries understand: a socket of node's, and nothing by itself. */
const quiet = () => ({
  webSocketFactory: () => new WebSocket(`ws://127.0.0.1:${server.port}/ws`) as never,
  reconnectDelay: 0,
  heartbeatIncoming: 0,
  heartbeatOutgoing: 0,
})

const settings = (parts: StompConfig): StompConfig => ({ ...quiet(), ...parts })

/** A client that is connected. */
const connect = async (parts: StompConfig = {}): Promise<Client> => {
  const client = new Client(settings(parts))
  clients.push(client)
  await new Promise<void>((resolve) => {
    client.onConnect = () => resolve()
    client.activate()
  })
  return client
}

/** What arrives at a destination, one by one, from when the server knows of the subscription. */
const subscribe = async (client: Client, destination: string, page: LoopbackPage): Promise<() => Promise<IMessage>> => {
  const arrived: IMessage[] = []
  let wake: () => void = () => undefined
  const { id } = client.subscribe(destination, (message) => {
    arrived.push(message)
    wake()
  })
  await page.event((event) => event.type === 'broker.subscribed' && event.subscription === id)
  return async () => {
    while (arrived.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    return arrived.shift() as IMessage
  }
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.deactivate({ force: true })))
  await server.close()
})

test('what one stompjs client sends, another one receives, with all that a header can hold', async () => {
  const page = await start()
  const [ada, bob] = [await connect(), await connect()]
  const next = await subscribe(bob, '/topic/t', page)
  const headers = { colon: 'a:b', lines: 'one\ntwo\rthree', backslash: 'back\\slash', language: 'tiếng Việt 😀' }
  ada.publish({ destination: '/topic/t', body: 'xin chào 😀', headers })
  const message = await next()
  expect(message.body).toBe('xin chào 😀')
  expect(message.headers).toMatchObject({ ...headers, destination: '/topic/t' })
  expect(message.headers['message-id']).toMatch(/^[-0-9a-f]+-\d+$/)
})

test('a controller answers a stompjs client', async () => {
  const page = await start()
  const client = await connect()
  const next = await subscribe(client, '/topic/greetings', page)
  client.publish({ destination: '/app/hello', body: '{"name":"Ada"}' })
  expect(JSON.parse((await next()).body)).toEqual({ content: 'Hello, Ada!' })
})

test('octets that are no text go through as they are, in binary WebSocket messages', async () => {
  const page = await start()
  const client = await connect()
  const next = await subscribe(client, '/topic/t', page)
  const binaryBody = Uint8Array.from({ length: 512 }, (_, index) => index % 256)
  client.publish({ destination: '/topic/t', binaryBody, headers: { 'content-type': 'application/octet-stream' } })
  expect((await next()).binaryBody).toEqual(binaryBody)
  await page.event((event) => event.type === 'websocket.frame-sent' && event.opcode === 'binary')
})

test('a frame that the client cuts into pieces is put together again (7.5)', async () => {
  const page = await start()
  const client = await connect({ splitLargeFrames: true, maxWebSocketChunkSize: 8 * 1024 })
  const next = await subscribe(client, '/topic/t', page)
  const body = 'đủ dài '.repeat(5000)
  client.publish({ destination: '/topic/t', body })
  expect((await next()).body).toBe(body)
  await page.event(({ type }) => type === 'stomp.decode-incomplete')
})

test('DISCONNECT is acknowledged, and nothing is left of the client (2.8)', async () => {
  const page = await start()
  const disconnected: string[] = []
  const client = await connect({ onDisconnect: ({ command }) => disconnected.push(command) })
  await subscribe(client, '/topic/t', page)
  await client.deactivate()
  expect(disconnected).toEqual(['RECEIPT'])
  await page.nobody()
  await page.event((event) => event.type === 'broker.unsubscribed')
})

test('after a restart of the server a stompjs client is back, and subscribed', async () => {
  const page = await start()
  const bodies: string[] = []
  const client = await connect({ reconnectDelay: 20 })
  const resubscribed = new Promise<void>((resolve) => {
    client.onConnect = () => {
      client.subscribe('/topic/t', ({ body }) => {
        bodies.push(body)
        resolve()
      })
    }
  })
  await page.ask({ command: 'restart' })
  await page.event((event) => event.type === 'websocket.closed' && event.code === 1012)
  await page.event((event) => event.type === 'broker.subscribed')
  await page.ask({ command: 'publish', destination: '/topic/t', body: 'again' })
  await resubscribed
  expect(bodies).toEqual(['again'])
})

test('heart-beats go both ways and keep the connection (2.10)', async () => {
  const heartbeat = [100, 100] as const
  const page = await start({ simpleBroker: { ...DEFAULT_CONFIGURATION.simpleBroker, heartbeat } })
  let pongs = 0
  const fourPongs = new Promise<void>((resolve) => {
    clients.push(
      new Client(
        settings({
          heartbeatIncoming: 100,
          heartbeatOutgoing: 100,
          debug: (line) => {
            if (line === '<<< PONG' && ++pongs === 4) resolve()
          },
        }),
      ),
    )
  })
  clients[0]?.activate()
  await fourPongs
  // Longer than the silence that would end it.
  const received = () => page.events.filter(({ type }) => type === 'heartbeat.received').length
  await page.message(() => received() >= 4)
  expect(clients[0]?.connected).toBe(true)
  expect(page.events.some(({ type }) => type === 'heartbeat.missed')).toBe(false)
})

test('rx-stomp watches a destination across a restart of the server', async () => {
  const page = await start()
  const rx = new RxStomp()
  rx.configure({ ...quiet(), reconnectDelay: 20 })
  const bodies = firstValueFrom(rx.watch('/topic/t').pipe(take(2), toArray()))
  rx.activate()
  await page.event((event) => event.type === 'broker.subscribed')
  rx.publish({ destination: '/topic/t', body: 'before' })
  await page.event((event) => event.type === 'outbound.written' && event.bytes > 100)
  await page.ask({ command: 'restart' })
  const subscribed = () => page.events.filter(({ type }) => type === 'broker.subscribed').length
  await page.message(() => subscribed() >= 2)
  rx.publish({ destination: '/topic/t', body: 'after' })
  expect((await bodies).map(({ body }) => body)).toEqual(['before', 'after'])
  await rx.deactivate()
  await page.nobody()
})
