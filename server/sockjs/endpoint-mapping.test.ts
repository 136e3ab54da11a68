import { beforeEach, describe, expect, it } from 'vitest'
import { type HttpExchange, type HttpHeaders, type HttpResponse, headerOf } from '../http/http-exchange.ts'
import { decideOpeningHandshake } from '../http/opening-handshake.ts'
import { VirtualTaskScheduler } from '../runtime/virtual-task-scheduler.ts'
import { RecordedConnection } from '../websocket/recorded-connection.ts'
import type { WebSocketSession } from '../websocket/websocket-session.ts'
import { createEndpointMapping, type StompEndpoint } from './endpoint-mapping.ts'
import { SOCKJS_FRAME_CODEC } from './sock-js-frame-codec.ts'
import { decideSockJsRequest } from './sock-js-request.ts'
import { stepSockJsSession } from './sock-js-session-step.ts'

const endpoint = (path: string, parts: Partial<StompEndpoint>): StompEndpoint => ({
  path,
  webSocket: false,
  sockJs: false,
  allowedOrigins: [],
  allowedOriginPatterns: [],
  vetoed: false,
  ...parts,
})

const ENDPOINTS = [
  endpoint('/ws', { webSocket: true, sockJs: true, allowedOriginPatterns: ['*'] }),
  endpoint('/sockjs-only', { sockJs: true }),
  endpoint('/strict', { webSocket: true }),
  endpoint('/star', { sockJs: true, allowedOrigins: ['*'] }),
]

const UPGRADE: HttpHeaders = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
]

const ORIGIN: HttpHeaders = [['Origin', 'http://x.example']]

let sessions: WebSocketSession[]

const createMapping = (webSocketEnabled = true, endpoints = ENDPOINTS): ((exchange: HttpExchange) => boolean) =>
  createEndpointMapping({
    endpoints,
    webSocketHandler: {
      afterConnectionEstablished: (session) => sessions.push(session),
      handleMessage: () => undefined,
      afterConnectionClosed: () => undefined,
    },
    ids: { webSocketSessionId: () => `uuid-${sessions.length}`, entropy: () => -123, below: () => 0 },
    schedulers: { heartbeat: new VirtualTaskScheduler(), cleanup: new VirtualTaskScheduler() },
    sockJs: {
      heartbeatTime: 25_000,
      disconnectDelay: 5_000,
      streamBytesLimit: 131_072,
      httpMessageCacheSize: 100,
      sessionCookieNeeded: webSocketEnabled,
      webSocketEnabled,
    },
    ports: {
      openingHandshake: decideOpeningHandshake,
      sockJsRequest: decideSockJsRequest,
      sockJsFrames: SOCKJS_FRAME_CODEC,
      sockJsStep: stepSockJsSession,
    },
    wallClock: () => 0,
  }).handle

interface Answer {
  readonly claimed: boolean
  readonly response: HttpResponse | null
  readonly upgraded: HttpHeaders | null
  readonly connection: RecordedConnection
  readonly body: string
}

const ask = (path: string, headers: HttpHeaders = [], method = 'GET', mapping = createMapping()): Answer => {
  const connection = new RecordedConnection()
  let response: HttpResponse | null = null
  let upgraded: HttpHeaders | null = null
  const claimed = mapping({
    request: { method, path, query: '', headers: [['Host', 'localhost'], ...headers], body: new Uint8Array() },
    respond: (answer) => {
      response = answer
    },
    stream: ({ status, headers }) => {
      response = { status, headers, body: new Uint8Array() }
      return { bufferedAmount: 0, write: () => undefined, end: () => undefined, terminate: () => undefined }
    },
    upgrade: (answer, listen) => {
      upgraded = answer
      listen(connection)
    },
  })
  const answered = response as HttpResponse | null
  return { claimed, response: answered, upgraded, connection, body: new TextDecoder().decode(answered?.body) }
}

const status = (...question: Parameters<typeof ask>): number | null => ask(...question).response?.status ?? null

const header = ({ response }: Answer, name: string): string | null => (response ? headerOf(response, name) : null)

beforeEach(() => {
  sessions = []
})

describe('which endpoint has a path (5.1.1)', () => {
  it('is nobody for what no endpoint has', () => {
    expect(['/', '/wsx', '/strict/', '/strict/info'].map((path) => ask(path).claimed)).toEqual(Array(4).fill(false))
  })

  it('is the plain one before SockJS where both have it (S04)', () => {
    expect(ask('/ws').body).toBe('Can "Upgrade" only to "WebSocket".')
    expect(ask('/ws/').body).toBe('Welcome to SockJS!\n')
  })
})

describe('a plain endpoint', () => {
  it('opens a session with an id of its own (2.0.10)', () => {
    const { upgraded } = ask('/ws', UPGRADE)
    expect(upgraded).toContainEqual(['Sec-WebSocket-Accept', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='])
    expect(sessions.map(({ id, transport, sockJs }) => [id, transport, sockJs])).toEqual([
      ['uuid-0', 'websocket', null],
    ])
  })

  it('refuses another origin (S02)', () => {
    expect([status('/strict', [...UPGRADE, ...ORIGIN]), ask('/strict', UPGRADE).response]).toEqual([403, null])
  })
})

describe('a SockJS endpoint (5.5)', () => {
  it('greets, but not who wants a WebSocket there', () => {
    expect(header(ask('/sockjs-only'), 'content-type')).toBe('text/plain;charset=UTF-8')
    expect([status('/sockjs-only', UPGRADE), ask('/sockjs-only', UPGRADE).body]).toEqual([400, ''])
  })

  it('informs (5.5.1)', () => {
    const info = ask('/ws/info')
    expect(info.body).toBe('{"entropy":-123,"origins":["*:*"],"cookie_needed":true,"websocket":true}')
    expect(info.response?.headers).toEqual([
      ['Cache-Control', 'no-store, no-cache, must-revalidate, max-age=0'],
      ['Content-Type', 'application/json;charset=UTF-8'],
    ])
  })

  it('opens a raw session at /websocket', () => {
    ask('/sockjs-only/websocket', UPGRADE)
    expect(sessions.map(({ id, transport }) => [id, transport])).toEqual([['uuid-0', 'websocket']])
  })

  it('opens a SockJS session under the id of its path', () => {
    const { connection } = ask('/ws/042/k3jd82hf/websocket', UPGRADE)
    expect(connection.texts).toEqual(['o'])
    expect(sessions.map(({ id, transport, sockJs }) => [id, transport, sockJs])).toEqual([
      ['k3jd82hf', 'sockjs-websocket', { serverId: '042', sessionId: 'k3jd82hf', transport: 'websocket' }],
    ])
  })

  it('gives an id to one living session only', () => {
    const mapping = createMapping()
    const open = () => ask('/ws/042/same/websocket', UPGRADE, 'GET', mapping)
    open()
    expect(open().response?.status).toBe(404)
    sessions[0]?.close({ code: 1000, reason: null })
    expect(open().upgraded).not.toBeNull()
  })

  it.each([
    '/ws/000/x',
    '/ws/a.b/c/websocket',
    '/ws/a/c.d/websocket',
    '/ws/000//xhr',
    '/ws/a/b/teleport',
    '/ws/a/b/c/d',
  ])('has nothing at %s', (path) => {
    expect(status(path, UPGRADE)).toBe(404)
  })

  it('says which methods it takes (S40c)', () => {
    expect(header(ask('/ws/info', [], 'POST'), 'allow')).toBe('GET,OPTIONS')
    expect(header(ask('/ws/000/g0000001/xhr'), 'allow')).toBe('POST,OPTIONS')
    expect(header(ask('/ws/000/g0000001/websocket', [], 'POST'), 'allow')).toBe('GET')
  })

  it('without WebSocket says so, and nothing at /websocket (golden.md 14.4)', () => {
    const mapping = createMapping(false)
    expect(ask('/ws/info', [], 'GET', mapping).body).toContain('"cookie_needed":false,"websocket":false}')
    expect(status('/ws/websocket', UPGRADE, 'GET', mapping)).toBe(200)
    expect(status('/ws/1/2/websocket', UPGRADE, 'GET', mapping)).toBe(404)
  })
})

describe('CORS of a SockJS endpoint', () => {
  it('echoes an allowed origin (5.7.1)', () => {
    const info = ask('/ws/info', ORIGIN)
    expect(header(info, 'access-control-allow-origin')).toBe('http://x.example')
    expect(header(info, 'access-control-allow-credentials')).toBe('true')
  })

  it('says nothing about the same origin', () => {
    expect(header(ask('/sockjs-only/info', [['Origin', 'http://localhost']]), 'access-control-allow-origin')).toBeNull()
  })

  it('refuses another origin before SockJS looks (5.4.3)', () => {
    expect([status('/sockjs-only/info', ORIGIN), ask('/sockjs-only/info', ORIGIN).body]).toEqual([
      403,
      'Invalid CORS request',
    ])
  })

  it('fails on `*`, since it allows credentials (5.4.2)', () => {
    const star = ask('/star/000/aaaaaaaa/xhr', ORIGIN, 'POST')
    expect([star.response?.status, star.body]).toEqual([
      500,
      '{"timestamp":"1970-01-01T00:00:00.000Z","status":500,"error":"Internal Server Error","path":"/star/000/aaaaaaaa/xhr"}',
    ])
    expect(status('/star/info')).toBe(200)
  })

  it('answers a preflight request itself, and any other OPTIONS by the service (S40c)', () => {
    const preflight = ask('/ws/000/o/xhr', [...ORIGIN, ['Access-Control-Request-Method', 'POST']], 'OPTIONS')
    expect([preflight.response?.status, header(preflight, 'access-control-allow-methods')]).toEqual([200, 'POST'])
    const options = ask('/ws/info', ORIGIN, 'OPTIONS')
    expect([options.response?.status, header(options, 'cache-control')]).toEqual([204, 'public, max-age=31536000'])
    expect(header(options, 'expires')).toBe('Fri, 01 Jan 1971 00:00:00 GMT')
    expect(header(options, 'allow')).toBe('GET, HEAD, POST, PUT, DELETE, OPTIONS, PATCH')
  })
})

it('gives a path that was registered twice to the last registration, as a map of URLs does', () => {
  const twice = [endpoint('/ws', { webSocket: true }), endpoint('/ws', { webSocket: true, vetoed: true })]
  expect(ask('/ws', UPGRADE, 'GET', createMapping(true, twice)).response?.status).toBe(200)
})
