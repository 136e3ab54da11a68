import { beforeEach, describe, expect, it } from 'vitest'
import { VirtualTaskScheduler } from '../runtime/virtual-task-scheduler.ts'
import { ConcurrentWebSocketSessionDecorator } from './concurrent-websocket-session-decorator.ts'
import { RecordedConnection } from './recorded-connection.ts'
import { openStandardWebSocketSession } from './standard-websocket-session.ts'
import type { WebSocketMessage } from './websocket-message.ts'

const MESSAGE: WebSocketMessage = { kind: 'text', text: '0123456789' }
const LIMITS = { sendTimeLimit: 1000, sendBufferSizeLimit: 100 }

let connection: RecordedConnection
let scheduler: VirtualTaskScheduler
let decorated: ConcurrentWebSocketSessionDecorator

beforeEach(() => {
  connection = new RecordedConnection()
  scheduler = new VirtualTaskScheduler()
  const handler = {
    afterConnectionEstablished: (session: ConstructorParameters<typeof ConcurrentWebSocketSessionDecorator>[0]) => {
      decorated = new ConcurrentWebSocketSessionDecorator(session, LIMITS, scheduler)
    },
    handleMessage: () => undefined,
    afterConnectionClosed: () => undefined,
  }
  openStandardWebSocketSession({ id: 's', connection, handler })
})

describe('the limits of 7.2', () => {
  it('are not looked at while nothing waits', () => {
    scheduler.advance(5000)
    expect(decorated.sendMessage({ kind: 'text', text: 'x'.repeat(500) })).toEqual({ kind: 'sent' })
  })

  it('end a session behind whose send too much waits', () => {
    connection.bufferedAmount = 91
    expect(decorated.sendMessage(MESSAGE)).toMatchObject({
      kind: 'limit-exceeded',
      message: "Buffer size 101 bytes for session 's' exceeds the allowed limit 100",
      status: { code: 4500 },
    })
    expect(connection.sent).toEqual([])
  })

  it('end a session whose send makes no progress', () => {
    decorated.sendMessage(MESSAGE)
    connection.bufferedAmount = 10
    scheduler.advance(1001)
    expect(decorated.sendMessage(MESSAGE)).toMatchObject({
      message: "Send time 1001 (ms) for session 's' exceeded the allowed limit 1000",
    })
  })

  it('forgive a slow session that makes progress', () => {
    connection.bufferedAmount = 50
    decorated.sendMessage(MESSAGE)
    scheduler.advance(900)
    connection.bufferedAmount = 40
    decorated.sendMessage(MESSAGE)
    scheduler.advance(900)
    expect(decorated.sendMessage(MESSAGE)).toEqual({ kind: 'sent' })
  })
})

it('drops what is sent after a limit was exceeded, and closes with 4500 whatever is said', () => {
  connection.bufferedAmount = 200
  decorated.sendMessage(MESSAGE)
  connection.bufferedAmount = 0
  expect(decorated.sendMessage(MESSAGE)).toEqual({ kind: 'not-sent' })
  decorated.close({ code: 1002, reason: null })
  expect(connection.closes[0]?.code).toBe(4500)
})
