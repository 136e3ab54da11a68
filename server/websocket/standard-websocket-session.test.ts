import { beforeEach, describe, expect, it } from 'vitest'
import type { CloseStatus } from './close-status.ts'
import { RecordedConnection } from './recorded-connection.ts'
import { openStandardWebSocketSession } from './standard-websocket-session.ts'
import type { WebSocketListener } from './websocket-connection.ts'
import type { WebSocketMessage } from './websocket-message.ts'
import type { WebSocketSession } from './websocket-session.ts'

let connection: RecordedConnection
let listener: WebSocketListener
let session: WebSocketSession | null
let received: WebSocketMessage[]
let statuses: CloseStatus[]
let whenReceiving: () => void

beforeEach(() => {
  connection = new RecordedConnection()
  session = null
  received = []
  statuses = []
  whenReceiving = () => undefined
  const handler = {
    afterConnectionEstablished: (established: WebSocketSession) => {
      session = established
    },
    handleMessage: (_session: WebSocketSession, message: WebSocketMessage) => {
      received.push(message)
      whenReceiving()
    },
    afterConnectionClosed: (_session: WebSocketSession, status: CloseStatus) => statuses.push(status),
  }
  listener = openStandardWebSocketSession({ id: 's', connection, handler })
})

describe('the end of a connection', () => {
  it.each([
    [1005, '', { code: 1000, reason: null }],
    [1006, '', { code: 1006, reason: null }],
    [3001, 'mine', { code: 3001, reason: 'mine' }],
  ])('%i %j is told as Tomcat tells it (S34)', (code, reason, status) => {
    listener.onClose(code, reason)
    expect(statuses).toEqual([status])
    expect(session?.isOpen).toBe(false)
  })

  it('by the server is told at once, and only once', () => {
    session?.close({ code: 1002, reason: null })
    session?.close({ code: 1000, reason: null })
    listener.onClose(1002, '')
    expect(connection.closes).toEqual([{ code: 1002, reason: undefined }])
    expect(statuses).toEqual([{ code: 1002, reason: null }])
  })

  it('is the end of sending and receiving', () => {
    session?.close({ code: 1000, reason: null })
    listener.onMessage({ kind: 'text', text: 'late' })
    session?.sendMessage({ kind: 'text', text: 'late' })
    expect([received, connection.sent]).toEqual([[], []])
  })
})

describe('a message larger than Tomcat’s buffer (7.4, S36x)', () => {
  it('of text closes with 1009 and is never handled', () => {
    listener.onMessage({ kind: 'text', text: 'x'.repeat(16_640) })
    listener.onMessage({ kind: 'text', text: 'x'.repeat(16_641) })
    expect(received).toHaveLength(1)
    expect(connection.closes).toEqual([
      {
        code: 1009,
        reason:
          'The decoded text message was too big for the output buffer and the endpoint does not support partial messages',
      },
    ])
  })

  it('of octets has the smaller buffer', () => {
    listener.onMessage({ kind: 'binary', octets: new Uint8Array(8193) })
    expect(connection.closes[0]?.reason).toContain('Buffer size: [8,192], Message size: [8,193]')
  })
})

it('an exception that escapes the handler closes with 1011 (5.1.2)', () => {
  whenReceiving = () => {
    throw new Error('a bug')
  }
  listener.onMessage({ kind: 'text', text: 'x' })
  expect([connection.closes[0]?.code, statuses[0]?.code]).toEqual([1011, 1011])
})

it('what is sent is the very object that was given', () => {
  const message: WebSocketMessage = { kind: 'text', text: 'x' }
  session?.sendMessage(message)
  expect(connection.sent[0]).toBe(message)
})
