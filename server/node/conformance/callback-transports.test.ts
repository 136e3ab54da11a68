import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConformanceServices } from './conformance-services.ts'
import { contentType, expectNotCached } from './expectations.ts'

let services: ConformanceServices

beforeAll(async () => {
  services = await ConformanceServices.open()
})

afterAll(() => services.close())

const FORM = [['Content-Type', 'application/x-www-form-urlencoded']] as const

const poll = async (session: string): Promise<string> => (await services.request('GET', `${session}/jsonp?c=x`)).body()

const send = async (session: string, body: string, headers: readonly (readonly [string, string])[] = FORM) => {
  const response = await services.request('POST', `${session}/jsonp_send`, { body, headers })
  return [response.status, await response.body()] as const
}

describe('EventSource', () => {
  test('test_transport: events whose data are frames', async () => {
    const session = services.newSession()
    const response = await services.request('GET', `${session}/eventsource`)
    expect([response.status, contentType(response)]).toEqual([200, 'text/event-stream'])
    expectNotCached(response)
    expect([await response.chunk(), await response.chunk()]).toEqual(['\r\n', 'data: o\r\n\r\n'])
    expect(await services.post(`${session}/xhr_send`, '["x"]')).toBe(204)
    expect(await response.chunk()).toBe('data: a["x"]\r\n\r\n')
    expect(await services.post(`${session}/xhr_send`, '["  \\u0000\\n\\r "]')).toBe(204)
    expect(await response.chunk()).toBe('data: a["  \\u0000\\n\\r "]\r\n\r\n')
  })

  test('test_response_limit: a response ends after 4,096 octets of frames', async () => {
    const session = services.newSession()
    const response = await services.request('GET', `${session}/eventsource`)
    expect([await response.chunk(), await response.chunk()]).toEqual(['\r\n', 'data: o\r\n\r\n'])
    const message = JSON.stringify(['x'.repeat(4096)])
    expect(await services.post(`${session}/xhr_send`, message)).toBe(204)
    expect(await response.chunk()).toBe(`data: a${message}\r\n\r\n`)
    expect(await response.chunk()).toBeNull()
  })
})

const HEAD = `<!doctype html>
<html><head>
  <meta http-equiv="X-UA-Compatible" content="IE=edge" />
  <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
</head><body><h2>Don't panic!</h2>
  <script>
    document.domain = document.domain;
    var c = parent.callback;
    c.start();
    function p(d) {c.message(d);};
    window.onload = function() {c.stop();};
  </script>`

describe('HtmlFile', () => {
  test('test_transport: a page that grows by a script a frame', async () => {
    const session = services.newSession()
    const response = await services.request('GET', `${session}/htmlfile?c=%63allback`)
    expect([response.status, contentType(response)]).toEqual([200, 'text/html;charset=UTF-8'])
    expectNotCached(response)
    const head = await response.chunk()
    expect(head?.trim()).toBe(HEAD)
    expect(head?.length).toBeGreaterThan(1024)
    expect(await response.chunk()).toBe('<script>\np("o");\n</script>\r\n')
    expect(await services.post(`${session}/xhr_send`, '["x"]')).toBe(204)
    expect(await response.chunk()).toBe('<script>\np("a[\\"x\\"]");\n</script>\r\n')
  })

  test('test_response_limit: a response ends after 4,096 octets of frames', async () => {
    const session = services.newSession()
    const response = await services.request('GET', `${session}/htmlfile?c=callback`)
    await response.chunk()
    expect(await response.chunk()).toBe('<script>\np("o");\n</script>\r\n')
    const message = 'x'.repeat(4096)
    expect(await services.post(`${session}/xhr_send`, `["${message}"]`)).toBe(204)
    expect(await response.chunk()).toBe(`<script>\np("a[\\"${message}\\"]");\n</script>\r\n`)
    expect(await response.chunk()).toBeNull()
  })

  test('no message can end its script', async () => {
    const session = services.newSession()
    const response = await services.request('GET', `${session}/htmlfile?c=callback`)
    await response.chunk()
    await response.chunk()
    await services.post(`${session}/xhr_send`, '["</script>"]')
    expect(await response.chunk()).toBe('<script>\np("a[\\"\\u003c/script>\\"]");\n</script>\r\n')
  })
})

describe.each([
  ['HtmlFile', 'htmlfile'],
  ['JsonPolling', 'jsonp'],
])('%s', (_name, transport) => {
  test('test_no_callback: the page has to say what to call', async () => {
    const response = await services.request('GET', `${services.newSession()}/${transport}`)
    expect([response.status, await response.body()]).toEqual([500, '"callback" parameter required'])
  })

  test.each(['%20', '*', 'abc(', 'abc%28'])('test_invalid_callback: %s is no name', async (callback) => {
    const response = await services.request('GET', `${services.newSession()}/${transport}?c=${callback}`)
    expect([response.status, await response.body()]).toEqual([500, 'invalid "callback" parameter'])
  })
})

describe('JsonPolling', () => {
  test('test_transport: a script a frame, and a form to send', async () => {
    const session = services.newSession()
    const opened = await services.request('GET', `${session}/jsonp?c=%63allback`)
    expect([opened.status, contentType(opened)]).toEqual([200, 'application/javascript;charset=UTF-8'])
    expectNotCached(opened)
    expect(await opened.body()).toBe('/**/callback("o");\r\n')
    const body = 'd=%5B%22x%22%5D'
    const sent = await services.request('POST', `${session}/jsonp_send`, { body, headers: FORM })
    expect([sent.status, contentType(sent), await sent.body()]).toEqual([200, 'text/plain;charset=UTF-8', 'ok'])
    expectNotCached(sent)
    expect(await (await services.request('GET', `${session}/jsonp?c=%63allback`)).body()).toBe(
      '/**/callback("a[\\"x\\"]");\r\n',
    )
  })

  test('test_invalid_json: what cannot be read is refused, and the session goes on', async () => {
    const session = services.newSession()
    expect(await poll(session)).toBe('/**/x("o");\r\n')
    expect(await send(session, 'd=%5B%22x')).toEqual([500, 'Broken JSON encoding.'])
    for (const body of ['', 'd=', 'p=p']) expect(await send(session, body)).toEqual([500, 'Payload expected.'])
    expect(await send(session, 'd=%5B%22b%22%5D')).toEqual([200, 'ok'])
    expect(await poll(session)).toBe('/**/x("a[\\"b\\"]");\r\n')
  })

  test('test_content_types: a form is decoded, a text is not', async () => {
    const session = services.newSession()
    expect(await poll(session)).toBe('/**/x("o");\r\n')
    expect(await send(session, 'd=%5B%22abc%22%5D')).toEqual([200, 'ok'])
    expect(await send(session, '["%61bc"]', [['Content-Type', 'text/plain']])).toEqual([200, 'ok'])
    expect(await poll(session)).toBe('/**/x("a[\\"abc\\",\\"%61bc\\"]");\r\n')
  })

  test('test_close: a closed session says so as often as it is asked', async () => {
    const session = services.newSession('/close')
    const goAway = '/**/x("c[3000,\\"Go away!\\"]");\r\n'
    expect([await poll(session), await poll(session), await poll(session)]).toEqual(['/**/x("o");\r\n', goAway, goAway])
  })

  test('test_sending_empty_frame: an empty array is nothing', async () => {
    const session = services.newSession()
    expect(await poll(session)).toBe('/**/x("o");\r\n')
    expect(await send(session, 'd=%5B%5D')).toEqual([200, 'ok'])
    expect(await send(session, 'd=%5B%22x%22%5D')).toEqual([200, 'ok'])
    expect(await poll(session)).toBe('/**/x("a[\\"x\\"]");\r\n')
  })
})

describe('JsessionidCookie', () => {
  const cookieOf = async (method: string, path: string, body?: string): Promise<string | null> => {
    const response = await services.request(method, path, { ...(body !== undefined && { body }) })
    expect(response.status).toBe(200)
    expectNotCached(response)
    return response.header('set-cookie')
  }
  const DUMMY = 'JSESSIONID=dummy; path=/'

  test('test_basic: /info says that the cookie is needed, and sets none', async () => {
    const response = await services.request('GET', '/cookie_needed_echo/info')
    expect([response.status, response.header('set-cookie')]).toEqual([200, null])
    expectNotCached(response)
    expect(JSON.parse(await response.body())).toMatchObject({ cookie_needed: true })
  })

  test('test_xhr: the client gets its own cookie back, or any', async () => {
    const session = services.newSession('/cookie_needed_echo')
    expect(await cookieOf('POST', `${session}/xhr`)).toBe(DUMMY)
    const other = await services.request('POST', `${services.newSession('/cookie_needed_echo')}/xhr`, {
      headers: [['Cookie', 'JSESSIONID=abcdef']],
    })
    expect(other.header('set-cookie')).toBe('JSESSIONID=abcdef; path=/')
  })

  test.each([
    ['test_xhr_streaming', 'POST', 'xhr_streaming'],
    ['test_eventsource', 'GET', 'eventsource'],
    ['test_htmlfile', 'GET', 'htmlfile?c=%63allback'],
    ['test_jsonp', 'GET', 'jsonp?c=%63allback'],
  ])('%s: %s %s sets the cookie', async (_name, method, transport) => {
    expect(await cookieOf(method, `${services.newSession('/cookie_needed_echo')}/${transport}`)).toBe(DUMMY)
  })

  test('test_jsonp: and so does what is sent', async () => {
    const session = services.newSession('/cookie_needed_echo')
    expect(await poll(session)).toBe('/**/x("o");\r\n')
    expect(await cookieOf('POST', `${session}/jsonp_send`, '["x"]')).toBe(DUMMY)
  })
})
