import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConformanceServices, ORIGIN_TEST } from './conformance-services.ts'
import { contentType, expectCached, expectCors, expectNotCached, expectPreflight } from './expectations.ts'

let services: ConformanceServices

beforeAll(async () => {
  services = await ConformanceServices.open()
})

afterAll(() => services.close())

const statuses = (method: string, base: string, suffixes: readonly string[]): Promise<readonly number[]> =>
  Promise.all(suffixes.map(async (suffix) => (await services.request(method, `${base}${suffix}`)).status))

const allOf = (status: number, list: readonly unknown[]): readonly number[] => list.map(() => status)

describe('BaseUrlGreeting', () => {
  test.each(['/echo', '/echo/'])('test_greeting: %s greets, so that people know where they are', async (path) => {
    const response = await services.request('GET', path)
    expect([response.status, contentType(response)]).toEqual([200, 'text/plain;charset=UTF-8'])
    expect(await response.body()).toBe('Welcome to SockJS!\n')
    expect(response.header('set-cookie')).toBeNull()
  })

  test('test_notFound: what is no URL of the protocol is 404', async () => {
    const suffixes = ['/a', '/a.html', '//', '///', '/a/a', '/a/a/', '/a', '/a/']
    expect(await statuses('GET', '/echo', suffixes)).toEqual(allOf(404, suffixes))
  })
})

const IFRAME_PAGE = `<!DOCTYPE html>
<html>
<head>
  <meta http-equiv="X-UA-Compatible" content="IE=edge" />
  <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
  <script src="URL"></script>
  <script>
    document.domain = document.domain;
    SockJS.bootstrap_iframe();
  </script>
</head>
<body>
  <h2>Don't panic!</h2>
  <p>This is a SockJS hidden iframe. It's used for cross domain magic.</p>
</body>
</html>`

describe('IframePage', () => {
  const expectPage = async (path: string): Promise<void> => {
    const response = await services.request('GET', path)
    expect([response.status, contentType(response)]).toEqual([200, 'text/html;charset=UTF-8'])
    expectCached(response)
    expect(response.header('etag')).not.toBeNull()
    expect(response.header('set-cookie')).toBeNull()
    const page = (await response.body()).trim()
    const [, url = ''] = /<script src="([^"]+)">/.exec(page) ?? []
    expect(url).toMatch(/^(\/|http)/)
    expect(page.replace(url, 'URL')).toBe(IFRAME_PAGE)
  }

  test('test_simpleUrl: /iframe.html is the page', () => expectPage('/echo/iframe.html'))

  test.each(['-a', '-', '-0.1.2', '-0.1.2abc-dirty.2144'])('test_versionedUrl: iframe%s.html is the page', (version) =>
    expectPage(`/echo/iframe${version}.html`),
  )

  test.each(['?t=1234', '?t=123414', '?t=123qweqwe123'])('test_queriedUrl: %s changes nothing', (query) =>
    expectPage(`/echo/iframe-0.1.2abc.html${query}`),
  )

  test('test_invalidUrl: what is spelt otherwise is 404', async () => {
    const suffixes = [
      ...['/iframe.htm', '/iframe', '/IFRAME.HTML', '/IFRAME', '/iframe.HTML', '/iframe.xml'],
      ...['/iframe-/.html'],
    ]
    expect(await statuses('GET', '/echo', suffixes)).toEqual(allOf(404, suffixes))
  })

  test('test_cacheability: whoever has the page is told that it has not changed', async () => {
    const [first, second] = await Promise.all([
      services.request('GET', '/echo/iframe.html'),
      services.request('GET', '/echo/iframe.html'),
    ])
    const tag = first.header('etag') ?? ''
    expect(second.header('etag')).toBe(tag)
    const third = await services.request('GET', '/echo/iframe.html', { headers: [['If-None-Match', tag]] })
    expect([third.status, third.header('content-type'), await third.body()]).toEqual([304, null, ''])
  })
})

describe('InfoTest', () => {
  const info = async (service: string): Promise<Record<string, unknown>> =>
    JSON.parse(await (await services.request('GET', `${service}/info`)).body())

  test('test_basic: /info says what the server can', async () => {
    const response = await services.request('GET', '/echo/info', { headers: ORIGIN_TEST })
    expect([response.status, contentType(response)]).toEqual([200, 'application/json;charset=UTF-8'])
    expect(response.header('set-cookie')).toBeNull()
    expectNotCached(response)
    expectCors(response)
    const data = JSON.parse(await response.body())
    expect(data).toMatchObject({ websocket: true, origins: ['*:*'] })
    expect(data.cookie_needed).toBeTypeOf('boolean')
    expect(Number.isInteger(data.entropy)).toBe(true)
  })

  test('test_entropy: its chance is fresh each time', async () => {
    const [first, second] = await Promise.all([info('/echo'), info('/echo')])
    expect(first?.entropy).not.toBe(second?.entropy)
  })

  test('test_options: OPTIONS lets pages of other origins ask', () =>
    expectPreflight(services, '/echo/info', 'OPTIONS, GET'))

  test('test_options_null_origin: a page without an origin is one too', async () => {
    const response = await services.request('OPTIONS', '/echo/info', { headers: [['Origin', 'null']] })
    expect([200, 204]).toContain(response.status)
    expect(await response.body()).toBe('')
    expect(response.header('access-control-allow-origin')).toBe('null')
  })

  test('test_disabled_websocket: it says that there is no WebSocket', async () => {
    expect(await info('/disabled_websocket_echo')).toMatchObject({ websocket: false })
  })
})

describe('SessionURLs', () => {
  test.each(['/a/a', '/_/_', '/1/', '/abcdefgh_i-j%20/abcdefg_i-j%20'])(
    'test_anyValue: %s… can be a session',
    async (path) => {
      expect(await services.post(`/echo${path}${services.newSession('', '').slice(2)}/xhr`)).toBe('o\n')
    },
  )

  test.each(['GET', 'POST'])('test_invalidPaths: %s of what cannot is 404', async (method) => {
    const suffixes = ['//', '/a./a', '/a/a.', '/./.', '/', '///'].map((path) => `${path}/xhr`)
    expect(await statuses(method, '/echo', suffixes)).toEqual(allOf(404, suffixes))
  })

  test('test_ignoringServerId: the server part of the URL is for load balancers only', async () => {
    const session = services.newSession()
    const elsewhere = session.replace('/000/', '/999/')
    expect(await services.post(`${session}/xhr`)).toBe('o\n')
    expect(await services.post(`${session}/xhr_send`, '["a"]')).toBe(204)
    expect(await services.post(`${elsewhere}/xhr`)).toBe('a["a"]\n')
  })
})
