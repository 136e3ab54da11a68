import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DEFAULT_CONFIGURATION } from '../lab/configurations.ts'
import { LoopbackClient } from './loopback-client.ts'
import { LoopbackPage } from './loopback-page.ts'
import { type LoopbackServer, openLoopbackServer } from './loopback-server.ts'

let server: LoopbackServer
let page: LoopbackPage

beforeEach(async () => {
  server = await openLoopbackServer({ config: DEFAULT_CONFIGURATION })
  page = await LoopbackPage.open(`ws://127.0.0.1:${server.port}/trace`)
})

afterEach(() => server.close())

const open = (): Promise<LoopbackClient> => LoopbackClient.open(`ws://127.0.0.1:${server.port}/ws`)

const connected = async (): Promise<LoopbackClient> => {
  const client = await open()
  client.send('CONNECT\naccept-version:1.2\n\n^@')
  await client.text((text) => text.startsWith('CONNECTED'))
  return client
}

/** A client whose octets nobody checks, after its handshake. */
const rawClient = async (): Promise<Socket> => {
  const socket = connect(server.port, '127.0.0.1')
  socket.write(
    `GET /ws HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  await once(socket, 'data')
  return socket
}

/** Whatever somebody did, others are served as before, and nothing is left of the one who did it. */
const expectOthersAreServed = async (): Promise<void> => {
  await page.nobody()
  const client = await connected()
  client.send('SUBSCRIBE\nid:0\ndestination:/app/status\n\n^@')
  await client.text((text) => text.includes('all well'))
  client.socket.close()
  await page.nobody()
}

test.each([
  ['a command that is none', 'EXPLODE\n\n^@', 'No enum constant'],
  ['a header without a colon', 'SEND\nnonsense\n\n^@', 'Illegal header'],
  ['an escape that is none', 'SEND\ndestination:\\q\n\n^@', 'Illegal escape sequence'],
  ['a frame before CONNECT', 'SEND\ndestination:/topic/t\n\nx^@', 'Unknown session'],
  ['more than a frame may have', 'x'.repeat(16_000).repeat(5), 'buffer size limit'],
])('%s is answered with ERROR and 1002', async (_name, text, message) => {
  const client = await open()
  for (let at = 0; at < text.length; at += 16_000) client.send(text.slice(at, at + 16_000))
  expect(await client.closed).toBe(1002)
  expect(client.got.join()).toContain(message)
  await expectOthersAreServed()
})

test('half a frame, and then the end', async () => {
  const client = await connected()
  client.send('SEND\ndestination:/topic/t\ncontent-length:1000\n\nonly the begin')
  await page.event(({ type }) => type === 'stomp.decode-incomplete')
  client.socket.terminate()
  await expectOthersAreServed()
})

test('a second CONNECT ends the session', async () => {
  const client = await connected()
  client.send('CONNECT\naccept-version:1.2\n\n^@')
  expect(await client.closed).toBe(1002)
  await expectOthersAreServed()
})

test.each([
  ['half a WebSocket frame', [0x81, 0xfe, 0x10, 0x00, 1, 2, 3, 4, 0x40]],
  ['a WebSocket frame without a mask', [0x81, 0x02, 0x48, 0x49]],
  ['an opcode that is none', [0x83, 0x80, 0, 0, 0, 0]],
  ['a length beyond every limit', [0x82, 0xff, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]],
  ['text that is no UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]],
  ['octets without any sense', Array.from({ length: 300 }, (_, index) => (index * 167 + 13) % 256)],
])('%s, and then the end', async (_name, octets) => {
  const socket = await rawClient()
  socket.on('error', () => undefined)
  socket.write(Uint8Array.from(octets))
  socket.end()
  await expectOthersAreServed()
})

test('a flood of 1,000 SENDs, and its author does not wait for the end', async () => {
  const watcher = await connected()
  watcher.send('SUBSCRIBE\nid:0\ndestination:/topic/flood\n\n^@')
  await page.event(({ type }) => type === 'broker.subscribed')
  const flood = await connected()
  for (let number = 1; number <= 1000; number++) flood.send(`SEND\ndestination:/topic/flood\n\n${number}^@`)
  while (watcher.got.length <= 1000) await once(watcher.socket, 'message')
  flood.socket.terminate()
  expect(new Set(watcher.bodies).size).toBe(1000)
  watcher.socket.close()
  await expectOthersAreServed()
})

test('subscribing to three hundred topics and leaving without a word', async () => {
  const client = await connected()
  for (let id = 0; id < 300; id++) client.send(`SUBSCRIBE\nid:${id}\ndestination:/topic/${id}\n\n^@`)
  await page.event((event) => event.type === 'broker.subscribed' && event.subscription === '299')
  client.socket.terminate()
  await page.event((event) => event.type === 'broker.unsubscribed' && event.subscription === '299')
  await expectOthersAreServed()
})
