import { beforeEach, describe, expect, it } from 'vitest'
import { VirtualTaskScheduler } from '../runtime/virtual-task-scheduler.ts'
import type { CloseStatus } from '../websocket/close-status.ts'
import { RecordedConnection } from '../websocket/recorded-connection.ts'
import { openStandardWebSocketSession } from '../websocket/standard-websocket-session.ts'
import type { WebSocketListener } from '../websocket/websocket-connection.ts'
import type { WebSocketMessage } from '../websocket/websocket-message.ts'
import type { WebSocketSession } from '../websocket/websocket-session.ts'
import { SOCKJS_FRAME_CODEC } from './sock-js-frame-codec.ts'
import { SockJsWebSocketSession } from './sockjs-websocket-session.ts'
import { SPRING_SOCKJS_PROFILE } from './spring-sock-js-profile.ts'

const text = (content: string): WebSocketMessage => ({ kind: 'text', text: content })

let connection: RecordedConnection
let scheduler: VirtualTaskScheduler
let received: WebSocketMessage[]
let statuses: CloseStatus[]
let whenEstablished: (session: WebSocketSession) => void

const join = (): { session: SockJsWebSocketSession; listener: WebSocketListener } => {
  const session = new SockJsWebSocketSession({
    serverId: '042',
    sessionId: 'k3jd82hf',
    handler: {
      afterConnectionEstablished: (established) => whenEstablished(established),
      handleMessage: (_session, message) => received.push(message),
      afterConnectionClosed: (_session, status) => statuses.push(status),
    },
    frames: SOCKJS_FRAME_CODEC,
    rules: SPRING_SOCKJS_PROFILE.webSocket,
    scheduler,
    heartbeatTime: 25_000,
  })
  return { session, listener: openStandardWebSocketSession({ id: session.id, connection, handler: session }) }
}

beforeEach(() => {
  connection = new RecordedConnection()
  scheduler = new VirtualTaskScheduler()
  received = []
  statuses = []
  whenEstablished = () => undefined
})

it('tells the handler before the client, and holds back what is written meanwhile (5.6.2)', () => {
  whenEstablished = (session) => session.sendMessage(text('early'))
  join()
  expect(connection.texts).toEqual(['o', 'a["early"]'])
})

it('hands on each message of an array (S04)', () => {
  const { listener } = join()
  listener.onMessage(text('["a","b"]'))
  expect(received).toEqual([text('a'), text('b')])
})

describe('bad input (5.6.4b)', () => {
  it('that is empty is ignored', () => {
    join().listener.onMessage(text(''))
    expect([received, statuses]).toEqual([[], []])
  })

  it('that is not JSON ends the session with 1007', () => {
    join().listener.onMessage(text('["a'))
    expect(connection.texts).toEqual(['o', 'c[1007,""]'])
    expect([connection.closes[0]?.code, statuses]).toEqual([1007, [{ code: 1007, reason: null }]])
  })

  it('that is binary ends it with 1003', () => {
    join().listener.onMessage({ kind: 'binary', octets: new Uint8Array(1) })
    expect(statuses).toEqual([{ code: 1003, reason: 'Binary messages not supported' }])
  })
})

describe('its heartbeat (5.7)', () => {
  it('goes out after silence, again and again', () => {
    const { session } = join()
    scheduler.advance(20_000)
    session.sendMessage(text('x'))
    scheduler.advance(24_999)
    expect(connection.texts).toEqual(['o', 'a["x"]'])
    scheduler.advance(25_001)
    expect(connection.texts.slice(2)).toEqual(['h', 'h'])
  })

  it('stops where STOMP has its own (2.1.8), and at the end', () => {
    const { session, listener } = join()
    session.disableHeartbeat()
    session.sendMessage(text('x'))
    scheduler.advance(100_000)
    expect(connection.texts).toEqual(['o', 'a["x"]'])
    listener.onClose(1000, '')
    expect(scheduler.step()).toBe(false)
  })
})

describe('its end (5.6.4)', () => {
  it('is written to the client and told once', () => {
    const { session, listener } = join()
    session.close({ code: 1002, reason: null })
    listener.onClose(1002, '')
    expect(connection.texts).toEqual(['o', 'c[1002,""]'])
    expect([connection.closes, statuses]).toEqual([[{ code: 1002, reason: undefined }], [{ code: 1002, reason: null }]])
  })

  it('has no close frame where sending is what failed', () => {
    join().session.close({ code: 4500, reason: 'x' })
    expect(connection.texts).toEqual(['o'])
  })

  it('by the client is told to the handler', () => {
    join().listener.onClose(1006, '')
    expect(statuses).toEqual([{ code: 1006, reason: null }])
  })
})
