import { describe, expect, it } from 'vitest'
import { AntPathMatcher } from '../messaging/ant-path-matcher.ts'
import { createMessage, type MessageHeaders } from '../messaging/message.ts'
import { DefaultSubscriptionRegistry } from './subscription-registry.ts'

const scene = (options: { cacheLimit?: number; selectorHeaderName?: string } = {}) => {
  const registry = new DefaultSubscriptionRegistry({
    pathMatcher: new AntPathMatcher(),
    cacheLimit: options.cacheLimit ?? 1024,
    selectorHeaderName: options.selectorHeaderName ?? null,
  })
  const message = (headers: MessageHeaders) => createMessage(new Uint8Array(), headers)
  return {
    registry,
    subscribe: (session: string, id: string, destination: string, selector?: string) =>
      registry.registerSubscription(
        message({
          simpMessageType: 'SUBSCRIBE',
          simpSessionId: session,
          simpSubscriptionId: id,
          simpDestination: destination,
          ...(selector !== undefined && { nativeHeaders: new Map([['selector', [selector]]]) }),
        }),
      ),
    unsubscribe: (session: string, id: string) =>
      registry.unregisterSubscription(
        message({ simpMessageType: 'UNSUBSCRIBE', simpSessionId: session, simpSubscriptionId: id }),
      ),
    find: (destination: string, foo?: string) =>
      registry
        .findSubscriptions(
          message({
            simpMessageType: 'MESSAGE',
            simpDestination: destination,
            ...(foo !== undefined && { nativeHeaders: new Map([['foo', [foo]]]) }),
          }),
        )
        .matches.map(({ session, subscription }) => `${session}:${subscription}`),
    examined: (destination: string) =>
      registry.findSubscriptions(message({ simpMessageType: 'MESSAGE', simpDestination: destination })).examined,
  }
}

describe('subscriptions (spring.md 2.2, 2.3)', () => {
  it('of one destination under two ids are two (2.2.4, S28)', () => {
    const { subscribe, find } = scene()
    for (const [id, destination] of ['/topic/price.stock.*', '/topic/**', '/topic/price.stock.IBM'].entries())
      subscribe('A', `${id + 1}`, destination)
    expect(find('/topic/price.stock.IBM')).toEqual(['A:1', 'A:2', 'A:3'])
    expect(find('/topic/other/x')).toEqual(['A:2'])
  })

  it('without a subscription id or a destination are refused (2.2.2, S25)', () => {
    const { registry } = scene()
    const register = (headers: Partial<MessageHeaders>) =>
      registry.registerSubscription(
        createMessage(new Uint8Array(), { simpMessageType: 'SUBSCRIBE', simpSessionId: 'A', ...headers }),
      )
    expect(register({ simpDestination: '/topic/a' })).toEqual({ kind: 'refused', reason: 'no-subscription-id' })
    expect(register({ simpSubscriptionId: '0' })).toEqual({ kind: 'refused', reason: 'no-destination' })
  })

  it('under a used id leave the first as it is, but slip into a cached destination (2.2.3)', () => {
    const { subscribe, find } = scene()
    subscribe('B', '0', '/topic/second')
    expect(find('/topic/second')).toEqual(['B:0'])
    subscribe('A', '0', '/topic/first')
    expect(subscribe('A', '0', '/topic/second')).toMatchObject({
      kind: 'duplicate',
      subscription: { destination: '/topic/first' },
    })
    expect(find('/topic/first')).toEqual(['A:0'])
    expect(find('/topic/second')).toEqual(['B:0', 'A:0'])
    subscribe('A', '0', '/topic/third')
    expect(find('/topic/third')).toEqual([])
  })

  it('end with UNSUBSCRIBE, or all at once with their session', () => {
    const { registry, subscribe, unsubscribe, find } = scene()
    subscribe('A', '0', '/topic/a')
    subscribe('A', '1', '/topic/*')
    subscribe('B', '0', '/topic/a')
    expect(find('/topic/a')).toEqual(['A:0', 'A:1', 'B:0'])
    expect(unsubscribe('A', '0')).toMatchObject({ kind: 'unregistered', subscription: { destination: '/topic/a' } })
    expect(unsubscribe('A', 'nope')).toEqual({ kind: 'unknown' })
    expect(find('/topic/a')).toEqual(['A:1', 'B:0'])
    expect(registry.unregisterAllSubscriptions('A').map(({ subscription }) => subscription)).toEqual(['1'])
    expect(registry.unregisterAllSubscriptions('A')).toEqual([])
    expect(find('/topic/a')).toEqual(['B:0'])
  })
})

describe('matching (spring.md 3.8, 3.10)', () => {
  it('takes a pattern from the subscriber only: a SEND to /topic/* is a literal', () => {
    const { subscribe, find } = scene()
    subscribe('A', '0', '/topic/a')
    subscribe('A', '1', '/topic/*')
    expect(find('/topic/*')).toEqual(['A:1'])
  })

  it('remembers a destination’s matches, keeps them fresh, and forgets the oldest destination', () => {
    const { subscribe, find, examined } = scene({ cacheLimit: 2 })
    subscribe('A', '0', '/topic/**')
    expect([examined('/topic/a'), examined('/topic/a')]).toEqual([1, 0])
    subscribe('B', '0', '/topic/a')
    expect([find('/topic/a'), examined('/topic/a')]).toEqual([['A:0', 'B:0'], 0])
    examined('/topic/b')
    examined('/topic/c')
    expect(examined('/topic/a')).toBe(2)
  })
})

describe('selectors (spring.md 3.12)', () => {
  it('choose by headers once the configuration names their header', () => {
    const { subscribe, find } = scene({ selectorHeaderName: 'selector' })
    subscribe('A', '0', '/topic/a', "headers.foo == 'bar'")
    subscribe('A', '1', '/topic/a')
    expect(find('/topic/a', 'bar')).toEqual(['A:0', 'A:1'])
    expect(find('/topic/a', 'baz')).toEqual(['A:1'])
  })

  it('that do not parse are dropped: everything is delivered', () => {
    const { subscribe, find } = scene({ selectorHeaderName: 'selector' })
    subscribe('A', '0', '/topic/a', "foo 'bar'")
    expect(find('/topic/a')).toEqual(['A:0'])
  })

  it('mean nothing by default', () => {
    const { subscribe, find } = scene()
    subscribe('A', '0', '/topic/a', "headers.foo == 'bar'")
    expect(find('/topic/a', 'baz')).toEqual(['A:0'])
  })
})
