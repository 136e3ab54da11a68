import { describe, expect, it } from 'vitest'
import { AntPathMatcher } from '../messaging/ant-path-matcher.ts'
import type { ApplicationEvent } from '../messaging/application-event.ts'
import type { ChannelInterceptor } from '../messaging/channel-interceptor.ts'
import { ExecutorSubscribableChannel } from '../messaging/executor-subscribable-channel.ts'
import { createMessage, type Message, type MessageHeaders } from '../messaging/message.ts'
import { HANDLED, ignored } from '../messaging/message-handler.ts'
import { CallerRunsExecutor } from '../runtime/caller-runs-executor.ts'
import { CurrentThread } from '../runtime/current-thread.ts'
import { threadedTaskScheduler } from '../runtime/threaded-task-scheduler.ts'
import { VirtualTaskScheduler } from '../runtime/virtual-task-scheduler.ts'
import { SimpleBrokerMessageHandler } from './simple-broker-message-handler.ts'
import { DefaultSubscriptionRegistry } from './subscription-registry.ts'

interface Options {
  readonly prefixes?: readonly string[]
  readonly userDestinationPrefix?: string
  readonly heartbeat?: readonly [number, number]
  readonly inboundInterceptors?: readonly ChannelInterceptor[]
}

const scene = (options: Options = {}) => {
  const scheduler = new VirtualTaskScheduler()
  const currentThread = new CurrentThread()
  const outbound: Message[] = []
  const events: ApplicationEvent[] = []
  const log: string[] = []
  const channel = (name: 'clientInboundChannel' | 'brokerChannel', interceptors: readonly ChannelInterceptor[] = []) =>
    new ExecutorSubscribableChannel({ name, executor: new CallerRunsExecutor(scheduler, currentThread), interceptors })
  const clientInboundChannel = channel('clientInboundChannel', options.inboundInterceptors)
  const clientOutboundChannel = {
    name: 'clientOutboundChannel',
    send(message: Message) {
      outbound.push(message)
      const { simpMessageType, simpSessionId, simpSubscriptionId = '' } = message.headers
      log.push(
        `${scheduler.now()} ${currentThread.name} ${simpMessageType} ${simpSessionId} ${simpSubscriptionId}`.trim(),
      )
      return { kind: 'sent' } as const
    },
  } as const
  const broker = new SimpleBrokerMessageHandler({
    clientInboundChannel,
    clientOutboundChannel,
    brokerChannel: channel('brokerChannel'),
    subscriptionRegistry: new DefaultSubscriptionRegistry({
      pathMatcher: new AntPathMatcher(),
      cacheLimit: 1024,
      selectorHeaderName: null,
    }),
    destinationPrefixes: options.prefixes ?? ['/topic', '/queue'],
    userDestinationPrefix: options.userDestinationPrefix ?? null,
    heartbeat: options.heartbeat ?? null,
    scheduler: threadedTaskScheduler(scheduler, currentThread, 'heartbeat-1'),
    eventPublisher: { publish: (event) => events.push(event) },
    outboundFor: () => clientOutboundChannel,
  })
  broker.start()
  const handle = (headers: MessageHeaders, payload = new Uint8Array()) =>
    broker.handleMessage(createMessage(payload, headers))
  const connect = (session: string, headers: Partial<MessageHeaders> = {}) =>
    handle({ simpMessageType: 'CONNECT', simpSessionId: session, ...headers })
  const subscribe = (session: string, id: string, destination: string) =>
    handle({
      simpMessageType: 'SUBSCRIBE',
      simpSessionId: session,
      simpSubscriptionId: id,
      simpDestination: destination,
    })
  const send = (destination: string, headers: Partial<MessageHeaders> = {}) =>
    handle({ simpMessageType: 'MESSAGE', simpDestination: destination, ...headers })
  return { broker, scheduler, clientInboundChannel, outbound, events, log, handle, connect, subscribe, send }
}

describe('what the broker takes (spring.md 1.2, 1.3)', () => {
  it.each([
    ['/topic/a', ignored('no-subscribers')],
    ['/topic', ignored('no-subscribers')],
    ['/topical/x', ignored('no-subscribers')],
    ['/app/hello', ignored('destination-prefix')],
    ['/user/queue/a', ignored('destination-prefix')],
    ['topic/x', ignored('destination-prefix')],
  ])('a SEND to %s', (destination, outcome) => {
    expect(scene().send(destination)).toEqual(outcome)
  })

  it('every destination without prefixes, /user/ too unless its prefix was set (1.2.3, S47)', () => {
    expect(scene({ prefixes: [] }).subscribe('A', '0', '/user/queue/x')).toEqual(HANDLED)
    expect(scene({ prefixes: [], userDestinationPrefix: '/user/' }).subscribe('A', '0', '/user/queue/x')).toEqual(
      ignored('destination-prefix'),
    )
  })

  it('says why it lets the rest pass', () => {
    const { handle } = scene()
    expect(handle({ simpMessageType: 'MESSAGE' })).toEqual(ignored('no-destination'))
    expect(handle({ simpMessageType: 'SUBSCRIBE', simpSessionId: 'A', simpDestination: '/topic/a' })).toEqual(
      ignored('no-subscription-id'),
    )
    expect(handle({ simpMessageType: 'UNSUBSCRIBE', simpSessionId: 'A' })).toEqual(ignored('no-subscription-id'))
    expect(handle({ simpMessageType: 'OTHER', simpSessionId: 'A' })).toEqual(ignored('wrong-type'))
    expect(handle({ simpMessageType: 'HEARTBEAT', simpSessionId: 'A' })).toEqual(HANDLED)
  })

  it('nothing before its start and after its end, of which it tells', () => {
    const { broker, send, events } = scene()
    broker.stop()
    expect(send('/topic/a')).toEqual(ignored('not-running'))
    expect(events).toEqual([
      { name: 'BrokerAvailabilityEvent', brokerAvailable: true },
      { name: 'BrokerAvailabilityEvent', brokerAvailable: false },
    ])
  })
})

describe('sessions (spring.md 2.1, 2.8)', () => {
  it('are acknowledged once, with the CONNECT and the user', () => {
    const { connect, outbound } = scene()
    const simpUser = { name: 'alice' }
    expect(connect('A', { simpUser })).toEqual(HANDLED)
    expect(connect('A')).toEqual(ignored('already-connected'))
    expect(outbound.map(({ headers }) => headers)).toEqual([
      {
        simpMessageType: 'CONNECT_ACK',
        simpSessionId: 'A',
        simpUser,
        simpConnectMessage: createMessage(new Uint8Array(), {
          simpMessageType: 'CONNECT',
          simpSessionId: 'A',
          simpUser,
        }),
      },
    ])
  })

  it('lose their subscriptions with DISCONNECT, which is acknowledged each time', () => {
    const { connect, subscribe, send, handle, log } = scene()
    connect('A')
    subscribe('A', '0', '/topic/a')
    for (let round = 0; round < 2; round++) handle({ simpMessageType: 'DISCONNECT', simpSessionId: 'A' })
    expect(send('/topic/a')).toEqual(ignored('no-subscribers'))
    expect(log).toEqual(['0 null CONNECT_ACK A', '0 null DISCONNECT_ACK A', '0 null DISCONNECT_ACK A'])
  })

  it('that an interceptor does not let go are let go all the same (1.5.1)', () => {
    const veto: ChannelInterceptor = { name: 'veto', preSend: () => ({ kind: 'vetoed' }) }
    const { clientInboundChannel, log } = scene({ inboundInterceptors: [veto] })
    clientInboundChannel.send(createMessage(new Uint8Array(), { simpMessageType: 'DISCONNECT', simpSessionId: 'A' }))
    clientInboundChannel.send(createMessage(new Uint8Array(), { simpMessageType: 'CONNECT', simpSessionId: 'A' }))
    expect(log).toEqual(['0 null DISCONNECT_ACK A'])
  })
})

describe('fan-out (spring.md 2.6)', () => {
  it('makes one message for each subscription, the sender’s headers but for session and subscription', () => {
    const { connect, subscribe, send, outbound } = scene()
    for (const session of ['A', 'B']) {
      connect(session)
      subscribe(session, '0', '/topic/a')
    }
    subscribe('gone', '0', '/topic/a')
    outbound.length = 0
    const headers: Partial<MessageHeaders> = {
      stompCommand: 'SEND',
      simpUser: { name: 'alice' },
      nativeHeaders: new Map([['x-trace', ['42']]]),
    }
    expect(send('/topic/a', { ...headers, simpSessionId: 'A' })).toEqual(HANDLED)
    expect(outbound.map((message) => message.headers)).toEqual(
      ['A', 'B'].map((session) => ({
        ...headers,
        simpMessageType: 'MESSAGE',
        simpDestination: '/topic/a',
        simpSessionId: session,
        simpSubscriptionId: '0',
      })),
    )
    expect(new Set(outbound).size).toBe(2)
  })
})

describe('heart-beats (spring.md 2.10, S06, S35)', () => {
  const beat = (client: readonly [number, number], heartbeat: readonly [number, number] = [1000, 1000]) => {
    const scenery = scene({ heartbeat })
    scenery.connect('A', { simpHeartbeat: client })
    scenery.log.length = 0
    return scenery
  }

  it('are announced as the server has them, not as negotiated (2.1.3)', () => {
    const { connect, outbound } = scene({ heartbeat: [1000, 2000] })
    connect('A', { simpHeartbeat: [0, 0] })
    expect(outbound[0]?.headers.simpHeartbeat).toEqual([1000, 2000])
  })

  it('go to a session that nothing was written to, at every tick of one task', () => {
    const { scheduler, log } = beat([0, 1000])
    scheduler.advance(3500)
    expect(log).toEqual(['2000 heartbeat-1 HEARTBEAT A', '3000 heartbeat-1 HEARTBEAT A'])
  })

  it('wait after a delivery, which alone counts as written (2.10.4)', () => {
    const { scheduler, subscribe, send, log } = beat([0, 1000])
    subscribe('A', '0', '/topic/a')
    scheduler.advance(2500)
    send('/topic/a')
    scheduler.advance(1600)
    expect(log).toEqual(['2000 heartbeat-1 HEARTBEAT A', '2500 null MESSAGE A 0', '4000 heartbeat-1 HEARTBEAT A'])
  })

  it('that a client owes for three intervals end its session; the tick that ends it still writes', () => {
    const { scheduler, log, outbound } = beat([1000, 1000])
    scheduler.advance(4000)
    expect(log.slice(-2)).toEqual(['4000 heartbeat-1 DISCONNECT_ACK A', '4000 heartbeat-1 HEARTBEAT A'])
    expect(outbound.at(-2)?.headers.simpDisconnectMessage).toBeUndefined()
    scheduler.advance(5000)
    expect(log).toHaveLength(4)
  })

  it('are not owed while the client says anything, to whomever (1.2.1)', () => {
    const { scheduler, handle, log } = beat([1000, 0])
    for (let second = 0; second < 6; second++) {
      scheduler.advance(2000)
      handle({ simpMessageType: 'MESSAGE', simpSessionId: 'A', simpDestination: '/app/elsewhere' })
    }
    expect(log).toEqual([])
  })

  it('neither flow nor are owed where one side wants none', () => {
    const { scheduler, log } = beat([0, 0])
    scheduler.advance(20_000)
    expect(log).toEqual([])
  })
})
