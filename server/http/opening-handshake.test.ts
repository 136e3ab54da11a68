import { describe, expect, it } from 'vitest'
import type { HttpHeaders, HttpRequest } from './http-exchange.ts'
import { decideOpeningHandshake, type HandshakeEndpoint } from './opening-handshake.ts'

const ENDPOINT: HandshakeEndpoint = { allowedOrigins: [], allowedOriginPatterns: [], vetoed: false }

const UPGRADE: Readonly<Record<string, string>> = {
  Host: 'localhost:8080',
  Connection: 'keep-alive, Upgrade',
  Upgrade: 'WebSocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

const request = (changes: Readonly<Record<string, string | null>> = {}, method = 'GET'): HttpRequest => {
  const headers = Object.entries({ ...UPGRADE, ...changes }).filter(([, value]) => value !== null) as unknown
  return { method, path: '/ws', query: '', headers: headers as HttpHeaders, body: new Uint8Array() }
}

const decide = (subject: HttpRequest, endpoint: Partial<HandshakeEndpoint> = {}) =>
  decideOpeningHandshake(subject, { ...ENDPOINT, ...endpoint })

const refusal = (subject: HttpRequest, endpoint: Partial<HandshakeEndpoint> = {}) => {
  const { outcome } = decide(subject, endpoint)
  return outcome.kind === 'refused' ? [outcome.status, outcome.reason, new TextDecoder().decode(outcome.body)] : null
}

describe('a handshake that is accepted (5.2, S01b)', () => {
  it('answers the key as RFC 6455 §1.3 does', () => {
    expect(decide(request()).outcome).toEqual({
      kind: 'accepted',
      subProtocol: null,
      accept: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
      headers: [
        ['Upgrade', 'websocket'],
        ['Connection', 'upgrade'],
        ['Sec-WebSocket-Accept', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
      ],
    })
  })

  it('passed every check in Spring’s order', () => {
    const { checks } = decide(request({ Origin: 'http://localhost:8080' }))
    expect(checks.map(({ check, outcome }) => [check, outcome])).toEqual(
      ['handshake-interceptor', 'origin', 'method', 'upgrade', 'connection', 'key', 'version', 'sub-protocol'].map(
        (check) => [check, 'passed'],
      ),
    )
    expect(checks[1]?.value).toBe('http://localhost:8080')
  })

  it.each([
    ['v12.stomp, v11.stomp', 'v12.stomp'],
    ['v10.stomp,v12.stomp', 'v10.stomp'],
    ['mqtt, V11.STOMP', 'V11.STOMP'],
    ['mqtt', null],
  ])('of %j takes the first of the client’s list that is known (5.3)', (offered, chosen) => {
    const { outcome } = decide(request({ 'Sec-WebSocket-Protocol': offered }))
    expect(outcome.kind === 'accepted' && outcome.subProtocol).toBe(chosen)
  })
})

describe('a handshake that is refused (5.2)', () => {
  it.each([
    ['by an interceptor, without a word', request(), { vetoed: true }, [200, 'handshake-interceptor', '']],
    ['from another origin', request({ Origin: 'https://evil.example' }), {}, [403, 'origin', '']],
    ['by POST', request({}, 'POST'), {}, [405, 'method', '']],
    ['without Upgrade', request({ Upgrade: null }), {}, [400, 'upgrade', 'Can "Upgrade" only to "WebSocket".']],
    [
      'without Connection',
      request({ Connection: 'close' }),
      {},
      [400, 'connection', '"Connection" must be "upgrade".'],
    ],
    ['without a key', request({ 'Sec-WebSocket-Key': null }), {}, [400, 'key', '']],
    ['in version 8', request({ 'Sec-WebSocket-Version': '8' }), {}, [426, 'version', '']],
  ] as const)('%s', (_title, subject, endpoint, expected) => {
    expect(refusal(subject, endpoint)).toEqual(expected)
  })

  it('stops at the first check that failed', () => {
    const { checks } = decide(request({ Origin: 'https://evil.example', Upgrade: null }))
    expect(checks.map(({ outcome }) => outcome)).toEqual(['passed', 'failed'])
  })

  it('names the version that would do', () => {
    const { outcome } = decide(request({ 'Sec-WebSocket-Version': '8' }))
    expect(outcome.headers).toEqual([['Sec-WebSocket-Version', '13']])
  })
})
