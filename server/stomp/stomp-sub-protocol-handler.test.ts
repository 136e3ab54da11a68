import { beforeEach, describe, expect, it } from 'vitest'
import type { ApplicationEvent } from '../messaging/application-event.ts'
import { createMessage, type Message, type MessageHeaders, withUser } from '../messaging/message.ts'
import type { SendOutcome } from '../messaging/message-channel.ts'
import { VirtualTaskScheduler } from '../runtime/virtual-task-scheduler.ts'
import { RecordedConnection } from '../websocket/recorded-connection.ts'
import { openStandardWebSocketSession } from '../websocket/standard-websocket-session.ts'
import type { WebSocketListener } from '../websocket/websocket-connection.ts'
import { createStompCodec } from './stomp-codec.ts'
import { StompSubProtocolHandler, type StompSubProtocolHandlerParts } from './stomp-sub-protocol-handler.ts'

const NOTHING = new Uint8Array()
const CONNECT = 'CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n^@'

interface Client {
  readonly connection: RecordedConnection
  readonly listener: WebSocketListener
  /** WebSocket text messages, `^@` for NUL. */
  send(...texts: string[]): void
  /** What the client got, `^@` for NUL. */
  readonly got: string[]
}

let scheduler: VirtualTaskScheduler
let sent: Message[]
let events: ApplicationEvent[]
let sendOutcome: (message: Message) => SendOutcome

const SENT: SendOutcome = { kind: 'sent' }

const createHandler = (parts: Partial<StompSubProtocolHandlerParts> = {}): StompSubProtocolHandler =>
  new StompSubProtocolHandler({
    clientInboundChannel: {
      name: 'clientInboundChannel',
      send: (message) => {
        sent.push(message)
        return sendOutcome(message)
      },
    },
    codec: createStompCodec({ messageSizeLimit: 65_536 }),
    eventPublisher: { publish: (event) => events.push(event) },
    errorHandler: false,
    scheduler,
    timeToFirstMessage: 60_000,
    sendTimeLimit: 10_000,
    sendBufferSizeLimit: 1000,
    ...parts,
  })

const join = (handler: StompSubProtocolHandler, id = 'sA'): Client => {
  const connection = new RecordedConnection()
  const listener = openStandardWebSocketSession({ id, connection, handler })
  return {
    connection,
    listener,
    send: (...texts) => {
      for (const text of texts) listener.onMessage({ kind: 'text', text: text.replaceAll('^@', '\0') })
    },
    get got() {
      return connection.texts.map((text) => text.replaceAll('\0', '^@'))
    },
  }
}

const types = (): string[] => sent.map(({ headers }) => headers.simpMessageType)
const eventNames = (): string[] => events.map(({ name }) => name)

const toClient = (headers: Partial<MessageHeaders> & Pick<MessageHeaders, 'simpMessageType'>, body = ''): Message =>
  createMessage(new TextEncoder().encode(body), { simpSessionId: 'sA', ...headers })

/** The broker's answer to the last CONNECT. */
const connectAck = (headers: Partial<MessageHeaders> = {}): Message => {
  const connect = sent.find((message) => message.headers.simpMessageType === 'CONNECT')
  return toClient({ simpMessageType: 'CONNECT_ACK', ...(connect && { simpConnectMessage: connect }), ...headers })
}

beforeEach(() => {
  scheduler = new VirtualTaskScheduler()
  sent = []
  events = []
  sendOutcome = () => SENT
})

describe('a frame from a client', () => {
  it('becomes a message with the headers of 2.0.4', () => {
    const client = join(createHandler())
    client.send(
      CONNECT,
      'SUBSCRIBE\nid:0\ndestination:/topic/a\n\n^@',
      'SEND\ndestination:/app/x\ncontent-type:text/plain; charset=UTF-8\n\nhi^@',
    )
    const [connect, subscribe, send] = sent.map(({ headers }) => headers)
    expect(connect).toMatchObject({ simpMessageType: 'CONNECT', stompCommand: 'CONNECT', simpHeartbeat: [0, 0] })
    expect(subscribe).toMatchObject({ simpDestination: '/topic/a', simpSubscriptionId: '0', simpSessionId: 'sA' })
    expect(send).toMatchObject({
      simpMessageType: 'MESSAGE',
      stompCommand: 'SEND',
      contentType: 'text/plain;charset=UTF-8',
    })
    expect(send?.simpSessionAttributes).toBe(connect?.simpSessionAttributes)
    expect(send?.simpUser).toBeUndefined()
  })

  it('hides a passcode from everybody behind (2.0.4)', () => {
    join(createHandler()).send('CONNECT\naccept-version:1.2\nlogin:a\npasscode:p\nx:1\n\n^@')
    expect([...(sent[0]?.headers.nativeHeaders ?? [])]).toEqual([
      ['accept-version', ['1.2']],
      ['login', ['a']],
      ['passcode', ['PROTECTED']],
      ['x', ['1']],
    ])
  })

  it('that is a lone LF goes the same way, without a command (2.10.5)', () => {
    join(createHandler()).send(CONNECT, '\n')
    expect(sent[1]?.headers).not.toHaveProperty('stompCommand')
    expect(sent[1]?.headers).not.toHaveProperty('nativeHeaders')
    expect([sent[1]?.headers.simpMessageType, ...(sent[1]?.payload ?? [])]).toEqual(['HEARTBEAT', 10])
  })

  it('is followed by its event once the channel took it (I9)', () => {
    join(createHandler()).send(CONNECT, 'SUBSCRIBE\nid:0\n\n^@', 'UNSUBSCRIBE\nid:0\n\n^@', 'SEND\n\n^@')
    expect(eventNames()).toEqual(['SessionConnectEvent', 'SessionSubscribeEvent', 'SessionUnsubscribeEvent'])
  })

  it('may be binary (7.6)', () => {
    const client = join(createHandler())
    client.listener.onMessage({ kind: 'binary', octets: new TextEncoder().encode(CONNECT.replace('^@', '\0')) })
    expect(types()).toEqual(['CONNECT'])
  })

  it('before CONNECT is an error, a heart-beat too (S12)', () => {
    const client = join(createHandler())
    client.send('\n')
    expect(client.got).toEqual(['ERROR\nmessage:Unknown session\\c sA\ncontent-length:0\n\n^@'])
    expect(client.connection.closes).toEqual([{ code: 1002, reason: undefined }])
    expect(types()).toEqual(['DISCONNECT'])
  })

  it('that cannot be decoded is an error, and its whole WebSocket message is lost (I2)', () => {
    const client = join(createHandler())
    client.send(CONNECT, 'SEND\n\n1^@FOO\n\n^@')
    expect(client.got[0]).toMatch(/^ERROR\nmessage:No enum constant .*\.FOO\ncontent-length:0\n\n\^@$/)
    expect(types()).toEqual(['CONNECT', 'DISCONNECT'])
  })

  it('with a heart-beat that is not a number is an error (S36w)', () => {
    const client = join(createHandler())
    client.send('CONNECT\naccept-version:1.2\nheart-beat:a,b\n\n^@')
    expect(client.got).toEqual(['ERROR\nmessage:Error at index 0 in\\c "a"\ncontent-length:0\n\n^@'])
    expect(types()).toEqual(['DISCONNECT'])
  })

  it('goes to the channel of its session where there is one (1.4.6), but the synthetic DISCONNECT does not (1.4.9)', () => {
    const ordered: Message[] = []
    const channelFor = () => ({
      name: 'clientInboundChannel' as const,
      send: (message: Message) => {
        ordered.push(message)
        return SENT
      },
    })
    const client = join(createHandler({ channelFor }))
    client.send(CONNECT)
    client.listener.onClose(1006, '')
    expect([ordered.map(({ headers }) => headers.simpMessageType), types()]).toEqual([['CONNECT'], ['DISCONNECT']])
  })
})

describe('a second CONNECT (S13)', () => {
  it('ends the connection', () => {
    const client = join(createHandler())
    client.send(CONNECT, CONNECT)
    expect(client.got).toEqual(['ERROR\nmessage:Session already exists\ncontent-length:0\n\n^@'])
    expect(types()).toEqual(['CONNECT', 'DISCONNECT'])
  })
})

describe('a message that the channel did not take', () => {
  it('costs the connection where an interceptor threw, and the rest of the WebSocket message (S09, 2.11.2)', () => {
    sendOutcome = ({ headers }) =>
      headers.simpMessageType === 'CONNECT'
        ? { kind: 'threw', error: { type: 'MessageDeliveryException', message: 'token expired' } }
        : SENT
    const client = join(createHandler())
    client.send(`${CONNECT}SEND\n\n1^@`)
    expect(client.got).toEqual(['ERROR\nmessage:token expired\ncontent-length:0\n\n^@'])
    expect([types(), eventNames()]).toEqual([['CONNECT', 'DISCONNECT'], ['SessionDisconnectEvent']])
  })

  it('vanishes where an interceptor returned null; after a CONNECT the session is unknown (S10)', () => {
    sendOutcome = ({ headers }) =>
      headers.simpMessageType === 'CONNECT' ? { kind: 'vetoed', interceptor: 'TokenInterceptor' } : SENT
    const client = join(createHandler())
    client.send(CONNECT)
    expect([client.got, client.connection.closes, eventNames()]).toEqual([[], [], []])
    client.send('SEND\n\n1^@')
    expect(client.got[0]).toContain('Unknown session\\c sA')
  })
})

describe('a user that an interceptor sets on CONNECT (6.3)', () => {
  it('is remembered for every later frame, event and the end', () => {
    sendOutcome = (message) => {
      if (message.headers.simpMessageType === 'CONNECT') withUser(message, { name: 'bob' })
      return SENT
    }
    const handler = createHandler()
    const client = join(handler)
    client.send(CONNECT, 'SEND\n\n1^@')
    handler.handleMessage(connectAck())
    client.listener.onClose(1006, '')
    expect(sent.slice(1).map(({ headers }) => headers.simpUser?.name)).toEqual(['bob', 'bob'])
    expect(events.map((event) => ('user' in event ? event.user?.name : null))).toEqual(['bob', 'bob', 'bob'])
    expect(client.got).toEqual(['CONNECTED\nversion:1.2\nheart-beat:0,0\nuser-name:bob\n\n^@'])
  })
})

describe('a message to a client', () => {
  let handler: StompSubProtocolHandler
  let client: Client

  beforeEach(() => {
    handler = createHandler()
    client = join(handler)
    client.send(CONNECT)
  })

  it('for nobody is ignored (O3)', () => {
    const outcome = handler.handleMessage(toClient({ simpMessageType: 'MESSAGE', simpSessionId: 'gone' }))
    expect(outcome).toEqual({ kind: 'ignored', reason: 'unknown-session' })
  })

  it('CONNECTED says the server’s own heart-beat, after its event (2.1.3, O5)', () => {
    handler.handleMessage(connectAck({ simpHeartbeat: [10_000, 5000] }))
    expect(client.got).toEqual(['CONNECTED\nversion:1.2\nheart-beat:10000,5000\n\n^@'])
    expect(eventNames()).toEqual(['SessionConnectEvent', 'SessionConnectedEvent'])
  })

  it('without a STOMP version in common is nothing at all (S11)', () => {
    const other = createHandler()
    sent = []
    const mute = join(other)
    mute.send('CONNECT\naccept-version:1.1 ,2.0\n\n^@')
    expect(other.handleMessage(connectAck())).toEqual({ kind: 'ignored', reason: 'unsupported-version' })
    expect(mute.got).toEqual([])
  })

  it('MESSAGE carries the sender’s headers in their order, then ours (2.0.11)', () => {
    const nativeHeaders = new Map([
      ['x', ['1']],
      ['destination', ['/topic/a', '/topic/b']],
      ['content-length', ['99']],
    ])
    const message = {
      simpMessageType: 'MESSAGE',
      stompCommand: 'SEND',
      simpSubscriptionId: 's0',
      nativeHeaders,
    } as const
    handler.handleMessage(toClient({ ...message, simpDestination: '/topic/a' }, 'hi'))
    expect(client.got).toEqual([
      'MESSAGE\nx:1\ndestination:/topic/a\nsubscription:s0\nmessage-id:sA-0\ncontent-length:2\n\nhi^@',
    ])
  })

  it('MESSAGE from server code begins with its destination (2.0.11)', () => {
    const message = { simpMessageType: 'MESSAGE', simpSubscriptionId: 's0', contentType: 'application/json' } as const
    handler.handleMessage(toClient({ ...message, simpDestination: '/topic/a' }, '{}'))
    expect(client.got[0]).toBe(
      'MESSAGE\ndestination:/topic/a\ncontent-type:application/json\nsubscription:s0\nmessage-id:sA-0\ncontent-length:2\n\n{}^@',
    )
  })

  it('counts message ids over all sessions, and keeps one that is there (2.0.9)', () => {
    join(handler, 'sB')
    const send = (simpSessionId: string, nativeHeaders = new Map<string, string[]>()) =>
      handler.handleMessage(toClient({ simpMessageType: 'MESSAGE', simpSessionId, nativeHeaders }))
    send('sB')
    send('sA', new Map([['message-id', ['mine']]]))
    send('sA')
    expect(client.got.map((text) => /message-id:(.*)/.exec(text)?.[1])).toEqual(['mine', 'sA-1'])
  })

  it('shows the destination that was subscribed to (4.5)', () => {
    const nativeHeaders = new Map([['simpOrigDestination', ['/user/queue/x']]])
    handler.handleMessage(toClient({ simpMessageType: 'MESSAGE', simpDestination: '/queue/x-usersA', nativeHeaders }))
    expect(client.got[0]).toBe('MESSAGE\ndestination:/user/queue/x\nmessage-id:sA-0\ncontent-length:0\n\n^@')
  })

  it('of octets is binary (7.6)', () => {
    handler.handleMessage(toClient({ simpMessageType: 'MESSAGE', contentType: 'application/octet-stream' }, 'x'))
    handler.handleMessage(toClient({ simpMessageType: 'MESSAGE', contentType: 'application/octet-stream' }))
    expect(client.connection.sent.map(({ kind }) => kind)).toEqual(['binary', 'text'])
  })

  it('HEARTBEAT is one LF (O4)', () => {
    handler.handleMessage(toClient({ simpMessageType: 'HEARTBEAT' }))
    expect(client.got).toEqual(['\n'])
  })

  it('DISCONNECT_ACK is a RECEIPT where one was asked for, and the socket stays open (S32)', () => {
    client.send('DISCONNECT\nreceipt:77\n\n^@')
    const [, simpDisconnectMessage = createMessage(NOTHING, { simpMessageType: 'OTHER' })] = sent
    handler.handleMessage(toClient({ simpMessageType: 'DISCONNECT_ACK', simpDisconnectMessage }))
    expect([client.got, client.connection.closes]).toEqual([['RECEIPT\nreceipt-id:77\n\n^@'], []])
  })

  it('DISCONNECT_ACK is else an ERROR and the end (S33)', () => {
    handler.handleMessage(toClient({ simpMessageType: 'DISCONNECT_ACK' }))
    expect(client.got).toEqual(['ERROR\nmessage:Session closed.\ncontent-length:0\n\n^@'])
    expect(client.connection.closes).toEqual([{ code: 1002, reason: undefined }])
  })

  it('of another type is not for clients', () => {
    expect(handler.handleMessage(toClient({ simpMessageType: 'SUBSCRIBE' }))).toEqual({
      kind: 'ignored',
      reason: 'wrong-type',
    })
  })

  it('over the send limits ends the session, and its end is told twice (7.2)', () => {
    client.connection.bufferedAmount = 990
    const outcome = handler.handleMessage(toClient({ simpMessageType: 'MESSAGE' }, 'x'.repeat(20)))
    expect(outcome).toMatchObject({
      kind: 'failed',
      error: { type: 'org.springframework.web.socket.handler.SessionLimitExceededException' },
    })
    expect(client.connection.closes).toEqual([
      { code: 4500, reason: 'Failed to send message within the configured send limit' },
    ])
    expect(eventNames()).toEqual(['SessionConnectEvent', 'SessionDisconnectEvent', 'SessionDisconnectEvent'])
    expect(handler.statistics).toMatchObject({ limitExceededSessions: 1, webSocketSessions: 0 })
  })
})

describe('with a StompSubProtocolErrorHandler (2.11.1)', () => {
  it('an ERROR names the receipt that the frame asked for', () => {
    const client = join(createHandler({ errorHandler: true }))
    client.send(CONNECT)
    sendOutcome = () => ({ kind: 'threw', error: { type: 'MessageDeliveryException', message: 'no' } })
    client.send('SUBSCRIBE\nreceipt:r1\n\n^@')
    expect(client.got).toEqual(['ERROR\nmessage:no\nreceipt-id:r1\ncontent-length:0\n\n^@'])
  })
})

describe('the end of a connection (2.9)', () => {
  it('is published before the broker hears of it, with the status', () => {
    const order: string[] = []
    sendOutcome = ({ headers }) => {
      order.push(headers.simpMessageType)
      return SENT
    }
    const client = join(createHandler({ eventPublisher: { publish: ({ name }) => order.push(name) } }))
    client.listener.onClose(3001, 'mine')
    expect(order).toEqual(['SessionDisconnectEvent', 'DISCONNECT'])
    expect(sent[0]?.headers).not.toHaveProperty('nativeHeaders')
  })

  it('comes to every session when the handler stops (7.9)', () => {
    const handler = createHandler()
    const clients = [join(handler, 'sA'), join(handler, 'sB')]
    handler.stop({ code: 1012, reason: null })
    expect(clients.map(({ connection }) => connection.closes[0]?.code)).toEqual([1012, 1012])
    expect(handler.handleMessage(toClient({ simpMessageType: 'MESSAGE' }))).toEqual({
      kind: 'ignored',
      reason: 'not-running',
    })
  })

  it('comes to a session that never spoke, but only when another one begins (S48, 7.8)', () => {
    const handler = createHandler()
    const silent = join(handler, 'sA')
    const speaking = join(handler, 'sB')
    speaking.send(CONNECT)
    scheduler.advance(60_000)
    expect(silent.connection.closes).toEqual([])
    join(handler, 'sC')
    expect([silent.connection.closes[0]?.code, speaking.connection.closes]).toEqual([4500, []])
    expect(handler.statistics.noMessagesReceivedSessions).toBe(1)
  })
})

it('statistics count frames before the channel and sessions (10.2)', () => {
  const handler = createHandler()
  const client = join(handler)
  sendOutcome = () => ({ kind: 'vetoed', interceptor: 'any' })
  client.send(CONNECT)
  sendOutcome = () => SENT
  client.send(CONNECT, 'DISCONNECT\n\n^@')
  handler.handleMessage(connectAck())
  client.listener.onClose(1000, '')
  expect(handler.statistics).toMatchObject({
    webSocketSessions: 0,
    totalSessions: 1,
    totalConnect: 2,
    totalConnected: 1,
    totalDisconnect: 1,
  })
})
