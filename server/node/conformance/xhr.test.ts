import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConformanceServices, ORIGIN_TEST } from './conformance-services.ts'
import { contentType, expectCors, expectNotCached, expectPreflight } from './expectations.ts'

let services: ConformanceServices

beforeAll(async () => {
  services = await ConformanceServices.open()
})

afterAll(() => services.close())

const ANOTHER = 'c[2010,"Another connection still open"]\n'
const GO_AWAY = 'c[3000,"Go away!"]\n'

describe('Protocol', () => {
  test('test_simpleSession: open, send, receive, and one receiver at a time', async () => {
    const session = services.newSession()
    expect(await services.post(`${session}/xhr`)).toBe('o\n')
    expect(await services.post(`${session}/xhr_send`, '["a"]')).toBe(204)
    expect(await services.post(`${session}/xhr`)).toBe('a["a"]\n')
    expect((await services.request('POST', '/echo/000/bad_session/xhr_send', { body: '["a"]' })).status).toBe(404)
    await services.hold(session)
    expect(await services.post(`${session}/xhr`)).toBe(ANOTHER)
  })

  test('test_closeSession: a closed session says so as often as it is asked', async () => {
    const session = services.newSession('/close')
    expect(await services.post(`${session}/xhr`)).toBe('o\n')
    expect(await services.post(`${session}/xhr`)).toBe(GO_AWAY)
    expect(await services.post(`${session}/xhr`)).toBe(GO_AWAY)
  })
})

describe('XhrPolling', () => {
  test.each(['xhr', 'xhr_send'])('test_options: pages of other origins may use %s', (transport) =>
    expectPreflight(services, `${services.newSession()}/${transport}`, 'OPTIONS, POST'),
  )

  test('test_transport: a frame a response', async () => {
    const session = services.newSession()
    const opened = await services.request('POST', `${session}/xhr`, { headers: ORIGIN_TEST })
    expect([opened.status, contentType(opened)]).toEqual([200, 'application/javascript;charset=UTF-8'])
    expectCors(opened)
    expectNotCached(opened)
    expect(await opened.body()).toBe('o\n')
    const sent = await services.request('POST', `${session}/xhr_send`, { headers: ORIGIN_TEST, body: '["x"]' })
    expect([sent.status, contentType(sent), await sent.body()]).toEqual([204, 'text/plain;charset=UTF-8', ''])
    expectCors(sent)
    expectNotCached(sent)
    expect(await services.post(`${session}/xhr`)).toBe('a["x"]\n')
  })

  test('test_invalid_session: nobody can send to a session that is not open', async () => {
    expect((await services.request('POST', `${services.newSession()}/xhr_send`, { body: '["x"]' })).status).toBe(404)
  })

  test('test_invalid_json: what cannot be read is refused, and the session goes on', async () => {
    const session = services.newSession()
    expect(await services.post(`${session}/xhr`)).toBe('o\n')
    const broken = await services.request('POST', `${session}/xhr_send`, { body: '["x' })
    expect([broken.status, await broken.body()]).toEqual([500, 'Broken JSON encoding.'])
    const empty = await services.request('POST', `${session}/xhr_send`, { body: '' })
    expect([empty.status, await empty.body()]).toEqual([500, 'Payload expected.'])
    expect(await services.post(`${session}/xhr_send`, '["a"]')).toBe(204)
    expect(await services.post(`${session}/xhr`)).toBe('a["a"]\n')
  })

  test('test_content_types: whatever a browser calls the body', async () => {
    const session = services.newSession()
    expect(await services.post(`${session}/xhr`)).toBe('o\n')
    const types = [
      ...['text/plain', 'T', 'application/json', 'application/xml', '', 'application/json; charset=utf-8'],
      ...['text/xml; charset=utf-8', 'text/xml'],
    ]
    for (const type of types)
      expect(await services.post(`${session}/xhr_send`, '["a"]', [['Content-Type', type]])).toBe(204)
    expect(await services.post(`${session}/xhr`)).toBe('a["a","a","a","a","a","a","a","a"]\n')
  })

  test('test_request_headers_cors: headers that a page wants to send are allowed', async () => {
    const allowed = async (wanted?: string): Promise<string | null> => {
      const headers = wanted === undefined ? [] : ([['Access-Control-Request-Headers', wanted]] as const)
      const response = await services.request('OPTIONS', `${services.newSession()}/xhr`, {
        headers: [...ORIGIN_TEST, ...headers],
      })
      expectCors(response)
      return response.header('access-control-allow-headers')
    }
    expect([await allowed('a, b, c'), await allowed(''), await allowed()]).toEqual(['a, b, c', null, null])
  })

  test('test_sending_empty_frame: an empty array is nothing', async () => {
    const session = services.newSession()
    expect(await services.post(`${session}/xhr`)).toBe('o\n')
    expect(await services.post(`${session}/xhr_send`, '[]')).toBe(204)
    expect(await services.post(`${session}/xhr_send`, '["a"]')).toBe(204)
    expect(await services.post(`${session}/xhr`)).toBe('a["a"]\n')
  })
})

describe('XhrStreaming', () => {
  test('test_options: pages of other origins may use it', () =>
    expectPreflight(services, `${services.newSession()}/xhr_streaming`, 'OPTIONS, POST'))

  test('test_transport: a prelude, and then a frame a chunk', async () => {
    const session = services.newSession()
    const response = await services.request('POST', `${session}/xhr_streaming`, { headers: ORIGIN_TEST })
    expect([response.status, contentType(response)]).toEqual([200, 'application/javascript;charset=UTF-8'])
    expectCors(response)
    expectNotCached(response)
    expect(await response.chunk()).toBe(`${'h'.repeat(2048)}\n`)
    expect(await response.chunk()).toBe('o\n')
    expect(await services.post(`${session}/xhr_send`, '["x"]')).toBe(204)
    expect(await response.chunk()).toBe('a["x"]\n')
  })

  test('test_response_limit: a response ends after 4,096 octets of frames, its prelude aside', async () => {
    const session = services.newSession()
    const response = await services.request('POST', `${session}/xhr_streaming`)
    await response.chunk()
    expect(await response.chunk()).toBe('o\n')
    const message = 'x'.repeat(128)
    for (let count = 0; count < 31; count++) {
      expect(await services.post(`${session}/xhr_send`, `["${message}"]`)).toBe(204)
      expect(await response.chunk()).toBe(`a["${message}"]\n`)
    }
    expect(await response.chunk()).toBeNull()
  })
})

describe('JSONEncoding', () => {
  /** What sockjs-protocol has servers escape, and what they must leave alone. */
  const escaped = [
    [0x200c, 0x200f],
    [0x2028, 0x202f],
    [0x2060, 0x206f],
    [0xfff0, 0xffff],
  ]
  const units = escaped.flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
  const text = String.fromCharCode(...units)
  const inEscapes = units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')

  test('test_xhr_server_encodes: what browsers would spoil travels as an escape', async () => {
    const session = services.newSession()
    expect(await services.post(`${session}/xhr`)).toBe('o\n')
    expect(await services.post(`${session}/xhr_send`, `["ÿ\\u0000${text}"]`)).toBe(204)
    expect(await services.post(`${session}/xhr`)).toBe(`a["ÿ\\u0000${inEscapes}"]\n`)
  })

  test('test_xhr_server_decodes: what a client escapes comes back as it was', async () => {
    const session = services.newSession()
    expect(await services.post(`${session}/xhr`)).toBe('o\n')
    const killers = `${inEscapes}\\u0300\\u0344\\ud800\\udfff\\u00ad\\u0600\\uf900`
    expect(await services.post(`${session}/xhr_send`, `["${killers}"]`)).toBe(204)
    const received = String(await services.post(`${session}/xhr`))
    expect(JSON.parse(received.slice(1))).toEqual(JSON.parse(`["${killers}"]`))
  })
})

describe('HandlingClose', () => {
  const streaming = async (session: string, frames: number): Promise<readonly (string | null)[]> => {
    const response = await services.request('POST', `${session}/xhr_streaming`)
    const chunks = []
    for (let count = 0; count < frames; count++) chunks.push(await response.chunk())
    return chunks
  }
  const PRELUDE = `${'h'.repeat(2048)}\n`
  const NEXT = ['o\n', 'c[1002,"Connection interrupted"]\n']

  test('test_close_frame: streams end with the close frame, and begin with it later', async () => {
    const session = services.newSession('/close')
    expect(await streaming(session, 4)).toEqual([PRELUDE, 'o\n', GO_AWAY, null])
    expect(await streaming(session, 3)).toEqual([PRELUDE, GO_AWAY, null])
  })

  test('test_close_request: a second stream is turned away', async () => {
    const session = services.newSession()
    expect(await streaming(session, 2)).toEqual([PRELUDE, 'o\n'])
    expect(await streaming(session, 3)).toEqual([PRELUDE, ANOTHER, null])
  })

  test('test_abort_xhr_streaming: a stream that the client dropped interrupts the session', async () => {
    const session = services.newSession()
    const first = await services.connect()
    const response = await first.request('POST', `${session}/xhr_streaming`)
    expect([await response.chunk(), await response.chunk()]).toEqual([PRELUDE, 'o\n'])
    expect(await streaming(session, 3)).toEqual([PRELUDE, ANOTHER, null])
    first.abort()
    await expect.poll(async () => NEXT.includes(String((await streaming(session, 2))[1])), { interval: 5 }).toBe(true)
  })

  test('test_abort_xhr_polling: so does a poll', async () => {
    const session = services.newSession()
    expect(await services.post(`${session}/xhr`)).toBe('o\n')
    const first = await services.hold(session)
    expect(await services.post(`${session}/xhr`)).toBe(ANOTHER)
    first.abort()
    await expect
      .poll(async () => NEXT.includes(String(await services.post(`${session}/xhr`))), { interval: 5 })
      .toBe(true)
  })
})
