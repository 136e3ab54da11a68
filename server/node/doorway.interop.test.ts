import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { DEFAULT_CONFIGURATION } from '../lab/configurations.ts'
import type { FaultChange } from '../trace/index.ts'
import { LoopbackClient } from './loopback-client.ts'
import { LoopbackPage } from './loopback-page.ts'
import { type LoopbackServer, openLoopbackServer } from './loopback-server.ts'

let server: LoopbackServer
let page: LoopbackPage

const at = (path: string, scheme = 'ws'): string => `${scheme}://127.0.0.1:${server.port}${path}`

const change = (...faults: readonly FaultChange[]): Promise<unknown> => page.ask({ command: 'set-faults', faults })

const statusOfHandshake = (path: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const socket = new WebSocket(at(path))
    socket.on('open', () => {
      resolve(101)
      socket.terminate()
    })
    socket.on('unexpected-response', (_request, { statusCode }) => {
      resolve(statusCode)
      socket.terminate()
    })
    socket.on('error', () => undefined)
  })

beforeEach(async () => {
  server = await openLoopbackServer({ config: DEFAULT_CONFIGURATION })
  page = await LoopbackPage.open(at('/trace'))
})

afterEach(() => server.close())

test('faults strike real sockets, and never the feed', async () => {
  await change({ fault: 'block-upgrade', on: true, client: 'A' })
  expect(await statusOfHandshake('/ws?client=A')).toBe(400)
  expect(await statusOfHandshake('/ws?client=B')).toBe(101)
  await change({ fault: 'block-upgrade', on: false }, { fault: 'wrong-origin', on: true })
  expect(await statusOfHandshake('/ws?client=A')).toBe(403)

  await change({ fault: 'wrong-origin', on: false }, { fault: 'server-restart', on: true })
  expect(await statusOfHandshake('/ws?client=A')).toBe(502)
  expect((await fetch(at('/ws/info', 'http'))).status).toBe(502)
  expect((await fetch(at('/health', 'http'))).status).toBe(200)
  await change({ fault: 'server-restart', on: false })
  expect(await statusOfHandshake('/ws?client=A')).toBe(101)
})

test('a real stream is held back until the fault is off', async () => {
  await change({ fault: 'buffer-streaming', on: true })
  let isAnswered = false
  const answered = fetch(at('/ws/000/abcdefgh/xhr_streaming?client=A', 'http'), { method: 'POST' }).finally(() => {
    isAnswered = true
  })
  await page.event(({ type }) => type === 'fault.struck')
  await page.ask({ command: 'mark', label: 'the server has written, and the page has heard of it' })
  expect(isAnswered).toBe(false)
  await change({ fault: 'buffer-streaming', on: false })
  const response = await answered
  expect(response.status).toBe(200)
  await response.body?.cancel()
})

test('a handshake waits at the door until the page that wants it held goes away', async () => {
  const other = await LoopbackPage.open(at('/trace'))
  await other.ask({ command: 'set-gates', gates: [{ gate: 'G1', condition: 'from:A' }], page: 'other' })
  const ada = new LoopbackClient(at('/ws?client=A'))
  const opened = new Promise((resolve) => ada.socket.on('open', resolve))
  await page.event(({ type }) => type === 'gate.held')
  expect(ada.socket.readyState).toBe(WebSocket.CONNECTING)
  other.socket.close()
  await opened
  await page.event(({ type }) => type === 'gate.released')
  ada.socket.terminate()
})
