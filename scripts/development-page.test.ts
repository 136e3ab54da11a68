import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { DevelopmentPage } from './development-page.mjs'
import { keepPart } from './kept-start.mjs'
import type { LaterPart } from './later-part.mjs'
import type { PageBuilder } from './page-builder.mjs'

let folder = ''
let server: Server
let port = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'frameflow-page-'))
  writeFileSync(join(folder, 'index.html'), 'kept')
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, host = `127.0.0.1:${port}`): Promise<string> =>
  new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, headers: { Host: host } }, (response) =>
      resolve(text(response)),
    )
    outgoing.on('error', reject)
    outgoing.end()
  })

/** Serves a page; the builder is there once `finish` is called. */
const servePage = (kept: boolean) => {
  const built = { starts: 0, finish: (): void => {} }
  const finished = new Promise<void>((resolve) => {
    built.finish = resolve
  })
  const door = createServer()
  const middlewares = (_incoming: unknown, response: { end(text: string): void }) => response.end('built')
  const start = { server: { file: '', sources: [] }, page: folder, parts: folder, token: 'secret' }
  const bundled: LaterPart[] = []
  const asked: string[] = []
  const page = new DevelopmentPage({
    address: { host: '127.0.0.1', port },
    kept: kept ? start : null,
    async startBuilder() {
      built.starts++
      await finished
      const bundlePart = async (part: LaterPart) => bundled.push(part)
      return { vite: { middlewares }, door, bundlePart } as unknown as PageBuilder
    },
    onPart: (id) => asked.push(id),
  })
  server.on('request', (incoming, response) => page.handle(incoming, response))
  server.on('upgrade', (incoming, socket, head) => page.upgrade(incoming, socket, head))
  return { page, built, door, bundled, asked }
}

test('a page that was kept is served before there is a builder, and no longer once there is one', async () => {
  const { page, built } = servePage(true)
  expect(await get('/?lab=main')).toBe('kept')
  expect(built.starts).toBe(0)
  page.build()
  expect(await get('/')).toBe('kept')
  built.finish()
  await page.built
  expect(await get('/')).toBe('built')
})

test('what was not kept is asked of the builder, which starts once', async () => {
  const { built } = servePage(true)
  const answers = Promise.all([get('/assets/later.js'), get('/assets/later.js.map')])
  built.finish()
  expect(await answers).toEqual(['built', 'built'])
  expect(built.starts).toBe(1)
})

test('a part that was kept is given at once, and the builder is told when it is there', async () => {
  await keepPart(folder, 'inspector', 'kept part')
  const { page, built, bundled, asked } = servePage(true)
  expect(await get('/@vite/lazy?id=inspector&clientId=1')).toBe('kept part')
  page.build()
  built.finish()
  await page.built
  expect(bundled).toEqual([{ id: 'inspector', page: '1' }])
  expect(asked).toEqual([])
})

test('a part that was not kept waits for the builder without hurrying it', async () => {
  const { page, built, asked } = servePage(true)
  const answer = get('/@vite/lazy?id=inspector&clientId=1')
  await vi.waitFor(() => expect(asked).toEqual(['inspector']))
  expect(built.starts).toBe(0)
  page.build()
  built.finish()
  expect(await answer).toBe('built')
})

test('whether another name may see the page is left to Vite', async () => {
  const { built } = servePage(true)
  built.finish()
  expect(await get('/', 'attacker.example')).toBe('built')
})

test('without a kept page everything waits for the builder', async () => {
  const { built } = servePage(false)
  built.finish()
  expect(await get('/')).toBe('built')
})

test("a page's connection for its reloads is opened at once, and goes on once the builder is there", async () => {
  const { page, built, door } = servePage(true)
  const vite = new WebSocketServer({ noServer: true })
  door.on('upgrade', (incoming, socket, head) =>
    vite.handleUpgrade(incoming, socket, head, (there) => there.on('message', (data) => there.send(`heard ${data}`))),
  )
  const client = new WebSocket(`ws://127.0.0.1:${port}/?token=secret`, 'vite-hmr')
  await once(client, 'open')
  client.send('hello')
  expect(built.starts).toBe(0)
  page.build()
  built.finish()
  const [answer] = await once(client, 'message')
  expect(String(answer)).toBe('heard hello')
  client.terminate()
  vite.close()
})
