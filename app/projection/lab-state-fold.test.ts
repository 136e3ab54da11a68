import { describe, expect, test } from 'vitest'
import { TraceRing } from '#trace'
import { EXAMPLE_CONFIGURATION } from './example-configuration.ts'
import { helloLog } from './hello-log.ts'
import { createLabStateFold } from './lab-state-fold.ts'
import { LogIndexes } from './log-indexes.ts'
import { TraceBuilder } from './trace-builder.ts'

function stateOf(builder: TraceBuilder, cursor: number = builder.log.next) {
  return createLabStateFold(new LogIndexes(builder.log))(cursor)
}

function seqOf(builder: TraceBuilder, type: string): number {
  for (let seq = builder.log.next - 1; seq >= 0; seq--) if (builder.log.at(seq)?.type === type) return seq
  return -1
}

describe('what the picture shows', () => {
  test('of an empty log is the same object again, as React wants it', () => {
    const fold = createLabStateFold(new LogIndexes(new TraceRing()))
    expect(fold(0)).toBe(fold(0))
  })

  test('a client: its connection, its version of STOMP, what CONNECTED says of heart-beats', () => {
    const [ada] = stateOf(helloLog()).clients
    expect(ada).toEqual({
      tag: 'A',
      session: 'session-A',
      transport: 'websocket',
      status: 'connected',
      user: 'ada',
      heartbeat: [10_000, 10_000],
      stompVersion: '1.2',
      closeCode: null,
    })
  })

  test('a client that asks for a WebSocket is connecting, with one it is open', () => {
    const builder = new TraceBuilder()
    builder.connect('A')
    const statusAfter = (type: string) => stateOf(builder, seqOf(builder, type) + 1).clients[0]?.status
    expect(statusAfter('http.requested')).toBe('connecting')
    expect(statusAfter('websocket.opened')).toBe('open')
    expect(statusAfter('stomp.frame-encoded')).toBe('connected')
  })

  test('a closed session is gone, and its client says with which code', () => {
    const builder = helloLog()
    builder.close('B', 1001)
    const state = stateOf(builder)
    expect(state.sessions.map(({ id }) => id)).toEqual(['session-A'])
    expect(state.clients[1]).toMatchObject({ tag: 'B', status: 'closed', session: null, closeCode: 1001 })
    expect(state.users).toEqual([{ name: 'ada', sessions: ['session-A'] }])
    expect(state.published).toEqual({ name: 'SessionDisconnectEvent', client: 'B' })
  })

  test('the registry of the broker', () => {
    const builder = helloLog()
    const both = [
      { session: 'session-A', client: 'A', subscription: 'sub-0', destination: '/topic/greetings' },
      { session: 'session-B', client: 'B', subscription: 'sub-0', destination: '/topic/greetings' },
    ]
    expect(stateOf(builder).subscriptions).toEqual(both)
    builder.add({
      type: 'broker.unsubscribed',
      station: 'simpleBrokerMessageHandler',
      session: 'session-A',
      subscription: 'sub-0',
      destination: '/topic/greetings',
    })
    expect(stateOf(builder).subscriptions).toEqual(both.slice(1))
  })

  test('the pool while a controller works: one thread busy, two tasks waiting', () => {
    const builder = helloLog()
    const invoked = seqOf(builder, 'controller.invoked')
    const { pools } = stateOf(builder, invoked)
    expect(pools.clientInboundChannel).toEqual({
      core: 4,
      busy: [{ thread: 'clientInboundChannel-1', entered: invoked - 1 }],
      waiting: 2,
    })
    expect(stateOf(builder).pools.clientInboundChannel).toEqual({ core: 4, busy: [], waiting: 0 })
  })

  test('what each handler answered to the newest message of a channel', () => {
    const builder = helloLog()
    const answers = (cursor?: number) =>
      stateOf(builder, cursor)
        .offers.filter(({ channel }) => channel === 'clientInboundChannel')
        .map(({ answer }) => ('reason' in answer ? answer.reason : answer.kind))
    expect(answers(seqOf(builder, 'controller.invoked'))).toEqual(['entered', 'offered', 'offered'])
    expect(answers()).toEqual(['handled', 'not-user-destination', 'destination-prefix'])
  })

  test('the mapping that ran, and what the registry answered', () => {
    const { invoked, matched } = stateOf(helloLog())
    expect(invoked).toEqual({ mapping: '/hello', controller: 'GreetingController', method: 'greeting', message: 5 })
    expect(matched?.subscriptions).toHaveLength(2)
  })

  test('another configuration, from where it was changed', () => {
    const builder = helloLog()
    const after = { ...EXAMPLE_CONFIGURATION, name: 'custom', clientInboundChannel: { corePoolSize: 1 } }
    builder.add({ type: 'config.changed', station: 'application', before: EXAMPLE_CONFIGURATION, after, by: 'page' })
    expect(stateOf(builder).config?.name).toBe('custom')
    expect(stateOf(builder).pools.clientInboundChannel.core).toBe(1)
    expect(stateOf(builder, builder.newest).config?.name).toBe('default')
  })

  test('the configuration already before the first event', () => {
    const { config, pools, clients } = stateOf(helloLog(), 0)
    expect(config).toEqual(EXAMPLE_CONFIGURATION)
    expect(pools.clientInboundChannel).toEqual({ core: 4, busy: [], waiting: 0 })
    expect(clients).toEqual([])
  })

  test('nothing for an empty log, and the configuration once the log has begun', () => {
    const builder = new TraceBuilder()
    const fold = createLabStateFold(new LogIndexes(builder.log))
    expect(fold(0).config).toBeNull()
    builder.snapshot({})
    expect(fold(0).config).toEqual(EXAMPLE_CONFIGURATION)
  })
})

test('a snapshot alone says what the events before it said', () => {
  const builder = new TraceBuilder()
  builder.snapshot({
    sessions: [{ id: 's', client: 'C', transport: 'sockjs-websocket', user: null, connected: true }],
    subscriptions: [{ session: 's', subscription: 'sub-1', destination: '/topic/one' }],
    counters: { messages: 41, steps: 700 },
  })
  const state = stateOf(builder)
  expect(state.clients).toMatchObject([{ tag: 'C', status: 'connected', transport: 'sockjs-websocket' }])
  expect(state.subscriptions).toEqual([{ session: 's', client: 'C', subscription: 'sub-1', destination: '/topic/one' }])
  expect(state.counters).toEqual({ messages: 41, steps: 701 })
})

test('asking for the same cursor again gives the same object, also after asking for others', () => {
  const fold = createLabStateFold(new LogIndexes(helloLog().log))
  const state = fold(40)
  fold(70)
  expect(fold(40)).toBe(state)
})
