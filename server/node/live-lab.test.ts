import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { CONFIGURATIONS, DEFAULT_CONFIGURATION } from '../lab/configurations.ts'
import type { LabConfiguration, TraceEvent } from '../trace/index.ts'
import { LoopbackClient } from './loopback-client.ts'
import { LoopbackPage } from './loopback-page.ts'
import { type LoopbackServer, openLoopbackServer } from './loopback-server.ts'

let server: LoopbackServer

const start = async (parts: Partial<LabConfiguration> = {}): Promise<void> => {
  server = await openLoopbackServer({ config: { ...DEFAULT_CONFIGURATION, ...parts } })
}

const at = (path: string, scheme = 'ws'): string => `${scheme}://127.0.0.1:${server.port}${path}`

const CONNECTED = (text: string): boolean => text.startsWith('CONNECTED')

/** Connected, and on the way to be subscribed. */
const join = async (path: string, topic: string, heartbeat = '0,0'): Promise<LoopbackClient> => {
  const client = await LoopbackClient.open(at(path))
  client.send(`CONNECT\naccept-version:1.2\nheart-beat:${heartbeat}\n\n^@`)
  await client.text(CONNECTED)
  client.send(`SUBSCRIBE\nid:0\ndestination:${topic}\n\n^@`)
  return client
}

const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(at(path, 'http'), { method: 'POST', body, headers })

const statusOf = async (path: string): Promise<number> => (await fetch(at(path, 'http'))).status

const refusedWith = (path: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const socket = new WebSocket(at(path))
    socket.on('unexpected-response', (_request, { statusCode }) => {
      resolve(statusCode)
      socket.terminate()
    })
    socket.on('error', () => undefined)
  })

afterEach(() => server.close())

test('another lab is the same as main under its prefix, and apart from it', async () => {
  await start()
  expect([await refusedWith('/labs/class-7/ws'), await statusOf('/labs/class-7/health')]).toEqual([404, 404])
  const page = await LoopbackPage.open(at('/labs/class-7/trace'), { resume: 0, create: true })
  const inMain = await join('/ws?client=A', '/topic/announcements')
  const inClass = await join('/labs/class-7/ws?client=A', '/topic/announcements')
  expect(await statusOf('/labs/class-7/health')).toBe(200)
  expect(await statusOf('/labs/class-7/ws/info')).toBe(200)
  expect(await statusOf('/labs/class-7/nothing')).toBe(404)
  expect(await refusedWith('/labs/class-7/nothing')).toBe(404)
  expect(await refusedWith('/labs/Class 7/trace')).toBe(404)

  await page.event(({ type }) => type === 'broker.subscribed')
  expect((await post('/labs/class-7/announce', 'hi')).status).toBe(200)
  await inClass.text((text) => text.startsWith('MESSAGE'))
  expect(inClass.bodies).toEqual(['{"content":"hi"}'])
  expect(inMain.bodies).toEqual([])
  await page.event(({ type, client }) => type === 'outbound.written' && client === 'A')
  expect(page.events.find(({ type }) => type === 'http.requested')).toMatchObject({ path: '/ws?client=A' })
})

test('who may speak to main may speak to another lab, and nobody else', async () => {
  await start()
  await LoopbackPage.open(at('/labs/class-7/trace'), { resume: 0, create: true })
  const elsewhere = { Origin: 'http://elsewhere.example' }
  expect((await post('/labs/class-7/announce', 'hi', elsewhere)).status).toBe(403)
  expect((await post('/labs/class-7/announce', 'hi', { Origin: at('', 'http') })).status).toBe(200)
})

test('the time of an error is that of the machine', async () => {
  await start()
  const before = Date.now()
  const { timestamp } = (await (await fetch(at('/announce', 'http'))).json()) as { timestamp: string }
  expect(Math.abs(Date.parse(timestamp) - before)).toBeLessThan(10_000)
})

const NUMBERS = Array.from({ length: 20 }, (_, index) => String(index + 1))

test.each([
  ['default', false],
  ['ordered', true],
])('20 calls of a slow method with the configuration %s: in order %s (S42)', async (name, inOrder) => {
  await start(CONFIGURATIONS.get(name))
  const client = await join('/ws', '/topic/slow')
  client.send(...NUMBERS.map((number) => `SEND\ndestination:/app/slow\n\n${number}^@`))
  while (client.bodies.length < NUMBERS.length) await once(client.socket, 'message')
  expect(client.bodies.join() === NUMBERS.join()).toBe(inOrder)
  expect([...client.bodies].sort()).toEqual([...NUMBERS].sort())
})

test('heart-beats go both ways, and who falls silent is dead (spring.md 2.10)', async () => {
  const heartbeat = [100, 100] as const
  await start({ simpleBroker: { ...DEFAULT_CONFIGURATION.simpleBroker, heartbeat } })
  const page = await LoopbackPage.open(at('/trace'))
  const client = await join('/ws?client=A', '/topic/t', '100,100')
  await client.text((text) => text === '\n')
  client.send('\n')
  expect(await client.closed).toBe(1002)
  expect(client.got.at(-1)).toBe('ERROR\nmessage:Session closed.\ncontent-length:0\n\n^@')
  await page.event(({ type }) => type === 'websocket.closed')
  const types = page.events.map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['heartbeat.sent', 'heartbeat.received', 'heartbeat.late']))
  expect(types.indexOf('heartbeat.missed')).toBeGreaterThan(types.lastIndexOf('heartbeat.received'))
})

test('a client that does not read is closed with 4500, and its end is told twice (spring.md 7.2)', async () => {
  await start({ transport: { ...DEFAULT_CONFIGURATION.transport, sendBufferSizeLimit: 100_000 } })
  const page = await LoopbackPage.open(at('/trace'))
  const client = await join('/ws?client=A', '/topic/t')
  await page.event(({ type }) => type === 'broker.subscribed')
  client.socket.pause()
  const body = 'x'.repeat(900_000)
  const isOver = (): boolean => page.events.some(({ type }) => type === 'outbound.limit-exceeded')
  for (let sent = 0; sent < 60 && !isOver(); sent++) await post('/send?to=/topic/t', body)
  await page.event(({ type }) => type === 'outbound.limit-exceeded')
  await page.event(({ type }) => type === 'websocket.closed')
  const ends = (): readonly TraceEvent[] =>
    page.events.filter((event) => event.type === 'event.published' && event.event === 'SessionDisconnectEvent')
  while (ends().length < 2) await once(page.socket, 'message')
  expect(ends()).toMatchObject([{ closeStatus: { code: 4500 } }, { closeStatus: { code: 4500 } }])
  client.socket.terminate()
})

test('the end of the server closes every session and feed with 1012', async () => {
  await start()
  const page = await LoopbackPage.open(at('/labs/class-7/trace'), { resume: 0, create: true })
  const clients = [await join('/ws', '/topic/t'), await join('/labs/class-7/ws', '/topic/t')]
  await server.close()
  expect(await Promise.all([page, ...clients].map(({ closed }) => closed))).toEqual([1012, 1012, 1012])
})
