import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import WebSocket from 'ws'
import type { FeedMessage } from '#trace'
import { expect, test } from './browser/learner-test.ts'
import { failToStart } from './browser/product.ts'

const FOREIGN = 'http://evil.example'

interface Feed {
  send(message: unknown): void
  sendText(text: string): void
  /** Waits for the next message that is no batch of events. */
  next(): Promise<FeedMessage>
  close(): void
}

const openFeed = async (url: string): Promise<Feed> => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/trace`)
  const messages: FeedMessage[] = []
  const listeners = new Set<() => void>()
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as FeedMessage
    if (!('events' in message)) messages.push(message)
    for (const listener of listeners) listener()
  })
  await once(socket, 'open')
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    sendText: (text) => socket.send(text),
    next: () =>
      new Promise((resolve) => {
        const take = () => {
          const message = messages.shift()
          if (message === undefined) return
          listeners.delete(take)
          resolve(message)
        }
        listeners.add(take)
        take()
      }),
    close: () => socket.close(),
  }
}

const refusedUpgrade = async (
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> => {
  const socket = new WebSocket(url, { headers })
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage]
  let text = ''
  for await (const chunk of response) text += chunk
  return { status: response.statusCode ?? 0, text }
}

test('a page of another origin gets no feed, and a sentence that says why', async ({ product }) => {
  const address = `${product.url.replace('http', 'ws')}/trace`
  expect(await refusedUpgrade(address, { Origin: FOREIGN })).toEqual({
    status: 403,
    text: 'Origin "http://evil.example" is not this page.',
  })
  expect(await refusedUpgrade(address, { Host: 'evil.example' })).toEqual({
    status: 403,
    text: 'Host "evil.example" is not this machine.',
  })
})

test('a page of another origin cannot post to the example application', async ({ request }) => {
  for (const path of ['/send', '/announce', '/announce-to', '/send-with-headers']) {
    const answer = await request.post(path, { headers: { Origin: FOREIGN }, data: '{}' })
    expect(answer.status(), path).toBe(403)
    expect(await answer.text(), path).toBe('Origin "http://evil.example" is not this page.')
  }
})

test('the STOMP endpoint follows the origins of the lab instead', async ({ product }) => {
  const socket = new WebSocket(`${product.url.replace('http', 'ws')}/ws`, { origin: FOREIGN })
  await once(socket, 'open')
  socket.close()
})

test('what a feed does not understand is answered and closes nothing', async ({ product }) => {
  const feed = await openFeed(product.url)
  feed.sendText('junk')
  expect(await feed.next()).toMatchObject({ reply: null, error: { code: 'malformed' } })
  feed.send({ resume: 0 })
  expect(await feed.next()).toMatchObject({ hello: { version: 1, lab: 'main' } })
  feed.send({ id: 1, command: 'fly' })
  expect(await feed.next()).toMatchObject({
    reply: 1,
    error: { code: 'unknown-command', message: /^There is no command "fly"/ },
  })
  feed.sendText('{"id": 2, "command"')
  expect(await feed.next()).toMatchObject({ reply: null, error: { code: 'malformed' } })
  feed.send({ id: 3, command: 'kill', session: 'nobody' })
  expect(await feed.next()).toMatchObject({ reply: 3, error: { code: 'unknown-session' } })
  feed.send({ id: 4, command: 'mark', label: 'still here' })
  expect(await feed.next()).toMatchObject({ reply: 4, ok: null })
  feed.close()
})

test('an upgrade to an unknown address is answered 404, and so is an unknown page', async ({ product, request }) => {
  const { status } = await refusedUpgrade(`${product.url.replace('http', 'ws')}/nowhere`, {})
  expect(status).toBe(404)
  expect((await request.get('/nowhere')).status()).toBe(404)
  expect((await request.get('/labs/none/trace')).status()).toBe(404)
})

test('a port in use is one sentence with what to do', async ({ product }) => {
  const { exitCode, errors } = await failToStart([], product.port)
  expect(exitCode).toBe(1)
  expect(errors).toBe(
    `Port ${product.port} is in use. Choose another one, for example: PORT=${product.port + 1} npm start\n`,
  )
})

test('an unknown configuration is answered with those that there are', async () => {
  const { exitCode, errors } = await failToStart(['--config', 'nonsense'])
  expect(exitCode).toBe(2)
  expect(errors).toMatch(/^There is no configuration "nonsense"\. There are: default, /)
})
