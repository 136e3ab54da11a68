import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConformanceServices } from './conformance-services.ts'

let services: ConformanceServices

beforeAll(async () => {
  services = await ConformanceServices.open()
})

afterAll(() => services.close())

const KEEP_ALIVE = [['Connection', 'Keep-Alive']] as const
const FRAMES = 'o\nc[3000,"Go away!"]\n'

describe('Http10', () => {
  test('test_synchronous: an answer has a length, or ends with its connection', async () => {
    const connection = await services.connect()
    const response = await connection.request('GET', '/echo', { version: '1.0', headers: KEEP_ALIVE })
    expect([response.status, response.header('transfer-encoding')]).toEqual([200, null])
    expect(await response.body()).toBe('Welcome to SockJS!\n')
    if (response.header('content-length') === null) return
    const again = await connection.request('GET', '/echo', { version: '1.0', headers: KEEP_ALIVE })
    expect(again.status).toBe(200)
  })

  test('test_streaming: a stream has neither length nor chunks, and ends with its connection', async () => {
    const response = await services.request('POST', `${services.newSession('/close')}/xhr_streaming`, {
      version: '1.0',
      headers: KEEP_ALIVE,
    })
    expect(response.status).toBe(200)
    expect([response.header('content-length'), response.header('transfer-encoding')]).toEqual([null, null])
    expect(await response.body()).toBe(`${'h'.repeat(2048)}\n${FRAMES}`)
  })
})

describe('Http11', () => {
  test('test_synchronous: a connection serves one request after the other', async () => {
    const connection = await services.connect()
    for (let count = 0; count < 2; count++) {
      const response = await connection.request('GET', '/echo', { headers: KEEP_ALIVE })
      expect(response.status).toBe(200)
      expect(await response.body()).toBe('Welcome to SockJS!\n')
    }
  })

  test('test_streaming: a stream is a chunk a frame, and an empty one at its end', async () => {
    const response = await services.request('POST', `${services.newSession('/close')}/xhr_streaming`, {
      headers: KEEP_ALIVE,
    })
    expect([response.status, response.header('transfer-encoding')]).toEqual([200, 'chunked'])
    const chunks = [await response.chunk(), await response.chunk(), await response.chunk(), await response.chunk()]
    expect(chunks).toEqual([`${'h'.repeat(2048)}\n`, 'o\n', 'c[3000,"Go away!"]\n', null])
  })
})
