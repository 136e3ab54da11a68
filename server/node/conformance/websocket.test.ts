import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { ConformanceServices } from './conformance-services.ts'

let services: ConformanceServices

beforeAll(async () => {
  services = await ConformanceServices.open()
})

afterAll(() => services.close())

/** Texts of a WebSocket in order, and its end. */
const listenTo = (socket: WebSocket) => {
  const texts: string[] = []
  socket.on('message', (data) => texts.push(String(data)))
  const closed = once(socket, 'close').then(([code, reason]) => [code, String(reason)] as const)
  return {
    closed,
    async next(): Promise<string> {
      while (texts.length === 0) await once(socket, 'message')
      return texts.shift() ?? ''
    },
  }
}

const KEY = 'x3JJHMbDL1EzLkh9GBhXDw=='

const handshake = (...headers: readonly (readonly [string, string])[]) => headers

describe('WebsocketHttpErrors', () => {
  test('test_httpMethod: without Upgrade it is a bad request', async () => {
    expect((await services.request('GET', '/echo/0/0/websocket')).status).toBe(400)
  })

  test('test_invalidConnectionHeader: so it is where the connection shall close', async () => {
    const headers = handshake(['Upgrade', 'WebSocket'], ['Connection', 'close'])
    expect((await services.request('GET', '/echo/0/0/websocket', { headers })).status).toBe(400)
  })

  test.each([
    ['without', []],
    ['with', handshake(['Upgrade', 'WebSocket'], ['Connection', 'Upgrade'])],
  ])('test_invalidMethod: a POST %s Upgrade is not allowed', async (_name, headers) => {
    const response = await services.request('POST', '/echo/0/0/websocket', { headers })
    expect([response.status, response.header('content-type'), response.header('allow')]).toEqual([405, null, 'GET'])
    expect(await response.body()).toBe('')
  })
})

describe('Websocket', () => {
  test('test_transport: a frame a message', async () => {
    const socket = services.webSocket(`${services.newSession()}/websocket`)
    const { next } = listenTo(socket)
    expect(await next()).toBe('o')
    socket.send('["a"]')
    expect(await next()).toBe('a["a"]')
    socket.terminate()
  })

  test('test_close: a close frame, and then the end', async () => {
    const { next, closed } = listenTo(services.webSocket(`${services.newSession('/close')}/websocket`))
    expect([await next(), await next()]).toEqual(['o', 'c[3000,"Go away!"]'])
    expect(await closed).toEqual([1000, 'Normal closure'])
  })

  test('test_headersSanity: RFC 6455, and nothing about a length', async () => {
    const response = await services.request('GET', `${services.newSession()}/websocket`, {
      headers: handshake(
        ['Upgrade', 'websocket'],
        ['Connection', 'Upgrade'],
        ['Sec-WebSocket-Version', '13'],
        ['Sec-WebSocket-Key', KEY],
      ),
    })
    expect(response.status).toBe(101)
    expect(response.header('sec-websocket-accept')).toBe('HSmrc0sMlYUkAGmm5OPpG2HaGWk=')
    expect(response.header('connection')?.toLowerCase()).toBe('upgrade')
    expect(response.header('upgrade')?.toLowerCase()).toBe('websocket')
    expect(response.header('content-length')).toBeNull()
  })

  test('test_empty_frame: an empty message is nothing, and so is an empty array', async () => {
    const socket = services.webSocket(`${services.newSession()}/websocket`)
    const { next } = listenTo(socket)
    expect(await next()).toBe('o')
    for (const text of ['', '[]', '["a"]']) socket.send(text)
    expect(await next()).toBe('a["a"]')
    socket.terminate()
  })

  test('test_reuseSessionId: two WebSockets are two sessions, whatever their URL', async () => {
    const url = `${services.newSession()}/websocket`
    const [first, second] = [services.webSocket(url), services.webSocket(url)]
    const [one, two] = [listenTo(first), listenTo(second)]
    expect([await one.next(), await two.next()]).toEqual(['o', 'o'])
    first.send('["a"]')
    expect(await one.next()).toBe('a["a"]')
    second.send('["b"]')
    expect(await two.next()).toBe('a["b"]')
    first.close()
    second.close()
    await Promise.all([one.closed, two.closed])
    const third = services.webSocket(url)
    const three = listenTo(third)
    expect(await three.next()).toBe('o')
    third.send('["a"]')
    expect(await three.next()).toBe('a["a"]')
    third.terminate()
  })

  test('test_haproxy: a handshake of 2010 is answered before its last part came', async () => {
    const connection = await services.connect()
    const path = `${services.newSession()}/websocket`
    const response = await connection.request('GET', path, {
      headers: handshake(
        ['Connection', 'Upgrade'],
        ['Upgrade', 'WebSocket'],
        ['Origin', 'http://example.com'],
        ['Sec-WebSocket-Key1', '4 @1  46546xW%0l 1 5'],
        ['Sec-WebSocket-Key2', '12998 5 Y3 1  .P00'],
      ),
    })
    expect(response.status).toBe(101)
    expect(response.header('connection')?.toLowerCase()).toBe('upgrade')
    expect(response.header('upgrade')?.toLowerCase()).toBe('websocket')
    expect(response.header('sec-websocket-location')).toBe(`ws://127.0.0.1${path}`)
    expect(response.header('sec-websocket-origin')).toBe('http://example.com')
    expect(response.header('content-length')).toBeNull()
    connection.write('aaaaaaaa')
    expect((await connection.octets(16)).toString('hex')).toBe('ca3400d8a50847972cd5715ababf437b')
    expect((await connection.octets(3)).toString('hex')).toBe('006fff')
    connection.write(Buffer.from('\x00["a"]\xff', 'latin1'))
    expect((await connection.octets(8)).toString('latin1')).toBe('\x00a["a"]\xff')
    connection.abort()
  })

  test('test_broken_json: what cannot be read ends the connection', async () => {
    const socket = services.webSocket(`${services.newSession()}/websocket`)
    const { next, closed } = listenTo(socket)
    expect(await next()).toBe('o')
    socket.send('["a')
    expect(await closed).toEqual([3000, 'Broken framing.'])
  })
})

describe('RawWebsocket', () => {
  test('test_transport: without any frames', async () => {
    const socket = services.webSocket('/echo/websocket')
    const { next } = listenTo(socket)
    await once(socket, 'open')
    socket.send('Hello world!\uffff')
    expect(await next()).toBe('Hello world!\uffff')
    socket.terminate()
  })

  test('test_close: the end says why', async () => {
    const { closed } = listenTo(services.webSocket('/close/websocket'))
    expect(await closed).toEqual([3000, 'Go away!'])
  })
})
