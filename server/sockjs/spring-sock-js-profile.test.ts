import { describe, expect, test } from 'vitest'
import { type HttpHeaders, type HttpRequest, headerOf } from '../http/http-exchange.ts'
import { DEFAULT_CONFIGURATION } from '../lab/configurations.ts'
import { SPRING_SOCKJS_PROFILE } from './spring-sock-js-profile.ts'

const { wrappings, iframe, iframePath, callback } = SPRING_SOCKJS_PROFILE

const request = (query = '', headers: HttpHeaders = []): HttpRequest => ({
  ...{ method: 'GET', path: '/ws/iframe.html', query, headers, body: new Uint8Array() },
})

describe('frames in the bodies of responses (5.6)', () => {
  test('htmlfile escapes them for JavaScript', () => {
    expect(wrappings.htmlfile.wrap('a["</script>\'"]', 'c')).toBe(
      '<script>\np("a[\\"\\u003C\\/script\\u003E\\\'\\"]");\n</script>\r\n',
    )
  })

  test('eventsource leaves a percent sign, which sockjs-client then takes for an escape', () => {
    expect(wrappings.eventsource.wrap('a["100% %41"]', '')).toBe('data: a["100% %41"]\r\n\r\n')
  })

  test('the callback of a page has letters, digits, dots and underscores', () => {
    expect(callback(request('c=_jp.a1'), 'htmlfile')).toEqual({ kind: 'given', callback: '_jp.a1' })
    const refused = { kind: 'refused', text: '"callback" parameter required' }
    for (const query of ['', 'c=', 'c=a-b', 'callback=a']) expect(callback(request(query), 'htmlfile')).toEqual(refused)
  })
})

describe('the iframe page (5.5)', () => {
  const ask = (allowedOriginPatterns: readonly string[], headers: HttpHeaders = [], isForced?: boolean) => {
    const settings = { ...DEFAULT_CONFIGURATION.sockJs, ...(isForced !== undefined && { iframe: isForced }) }
    return iframe(request('', headers), { settings, endpoint: { allowedOrigins: [], allowedOriginPatterns } }, 0)
  }

  test('is there where cross-origin use is not restricted, and not kept without asking', () => {
    const page = ask([])
    expect(page?.status).toBe(200)
    expect(headerOf(page ?? expect.fail(), 'X-Frame-Options')).toBe('SAMEORIGIN')
    const tag = headerOf(page ?? expect.fail(), 'ETag') ?? ''
    expect(tag).toMatch(/^"0[0-9a-f]{32}"$/)
    expect(ask([], [['If-None-Match', tag]])?.status).toBe(304)
  })

  test('is not where it is restricted, unless the lab wants it', () => {
    expect([ask(['*']), ask(['*'], [], true)?.status]).toEqual([null, 200])
  })

  test('has many names', () => {
    const names = ['/iframe.html', '/iframe-1.6.1.html', '/iframe-1xhtml', '/IFRAME.html', '/iframe.htm']
    expect(names.map((name) => iframePath.test(name))).toEqual([true, true, true, false, false])
  })
})
