import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { CONFIGURATIONS, DEFAULT_CONFIGURATION } from '../lab/configurations.ts'
import type { LabConfiguration, TraceEvent, TraceEventOf } from '../trace/index.ts'
import { encodeWebSocketFrame } from '../websocket/websocket-frame-encoder.ts'
import { LoopbackPage } from './loopback-page.ts'
import { type LoopbackServer, openLoopbackServer } from './loopback-server.ts'

let server: LoopbackServer
let page: LoopbackPage

const start = async (config: LabConfiguration): Promise<void> => {
  server = await openLoopbackServer({ config })
  page = await LoopbackPage.open(`ws://127.0.0.1:${server.port}/trace`)
}

beforeEach(() => start(CONFIGURATIONS.get('deflate') ?? DEFAULT_CONFIGURATION))

afterEach(() => server.close())

interface TappedClient {
  readonly webSocket: WebSocket
  readonly write: (octets: Uint8Array) => void
  /** The frames that came, as they came. */
  readonly received: () => Buffer
}

const open = async (): Promise<TappedClient> => {
  const webSocket = new WebSocket(`ws://127.0.0.1:${server.port}/ws`, { perMessageDeflate: { threshold: 0 } })
  webSocket.on('error', () => undefined)
  const pieces: Buffer[] = []
  let write: TappedClient['write'] = () => undefined
  webSocket.on('upgrade', ({ socket }) => {
    write = (octets) => socket.write(octets)
    socket.prependListener('data', (piece: Buffer) => pieces.push(Buffer.from(piece)))
  })
  await once(webSocket, 'open')
  return { webSocket, write, received: () => Buffer.concat(pieces) }
}

const isFrame = (event: TraceEvent): event is TraceEventOf<'websocket.frame-received' | 'websocket.frame-sent'> =>
  event.type === 'websocket.frame-received' || event.type === 'websocket.frame-sent'

test('the trace tells the compressed octets that were on the wire', async () => {
  const { webSocket, received } = await open()
  webSocket.send('CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0')
  const [text] = await once(webSocket, 'message')
  expect(String(text)).toMatch(/^CONNECTED\n/)
  await page.event(({ type }) => type === 'websocket.frame-sent')
  const sent = page.events.filter(isFrame).find(({ type }) => type === 'websocket.frame-sent')
  expect(sent?.octets).toBe(received().toString('base64'))
  expect(sent?.inflated).toBe(String(text).length)
  webSocket.close()
})

test.each([
  ['octets that are no DEFLATE data', 'deflate', 0b100, 'inflate', 1007],
  ['RSV1 that nobody agreed on', 'default', 0b100, 'rsv', 1002],
  ['text that is no UTF-8', 'default', 0, 'utf-8', 1007],
] as const)(
  '%s are told, and why the server closed, but not what they may hide',
  async (_title, config, rsv, rule, code) => {
    await server.close()
    await start(CONFIGURATIONS.get(config) ?? DEFAULT_CONFIGURATION)
    const { webSocket, write } = await open()
    const payload = Uint8Array.of(0xff, 0xff, 0xff)
    write(encodeWebSocketFrame({ opcode: 'text', payload, maskingKey: Uint8Array.of(1, 2, 3, 4), rsv }))
    await once(webSocket, 'close')
    await page.event(({ type }) => type === 'websocket.closed')
    const [refused, close] = page.events.filter(isFrame)
    expect(refused).toMatchObject({ refused: rule, length: 3, redacted: true })
    expect(Buffer.from(refused?.octets ?? '', 'base64')).toHaveLength(6)
    expect(close).toMatchObject({ type: 'websocket.frame-sent', opcode: 'close', cause: refused?.seq })
    expect(page.events.find(({ type }) => type === 'websocket.closed')).toMatchObject({ by: 'server', code })
  },
)
