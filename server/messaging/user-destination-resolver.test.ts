import { describe, expect, it } from 'vitest'
import { createMessage, type MessageHeaders } from './message.ts'
import { createUserDestinationResolver } from './user-destination-resolver.ts'

const SESSIONS: Readonly<Record<string, readonly string[]>> = { alice: ['sA1', 'sA2'], 'a/b': ['sAB'] }

const resolve = (headers: MessageHeaders, removeLeadingSlash = false) =>
  createUserDestinationResolver({
    prefix: '/user/',
    sessionsOf: (user) => SESSIONS[user] ?? [],
    removeLeadingSlash,
  }).resolve(createMessage(new Uint8Array(), headers))

const send = (simpDestination: string, simpSessionId?: string): MessageHeaders => ({
  simpMessageType: 'MESSAGE',
  simpDestination,
  ...(simpSessionId !== undefined && { simpSessionId }),
})

describe('DefaultUserDestinationResolver', () => {
  it('translates a subscription by its session, with a user or without (spring.md 4.2)', () => {
    const headers = { simpMessageType: 'SUBSCRIBE', simpDestination: '/user/queue/x', simpSessionId: 'sC' } as const
    expect(resolve(headers)).toEqual({
      kind: 'resolved',
      source: '/user/queue/x',
      subscribeDestination: '/user/queue/x',
      user: null,
      sessions: ['sC'],
      targets: ['/queue/x-usersC'],
    })
    expect(resolve({ ...headers, simpUser: { name: 'a%2Fb' } })).toMatchObject({ kind: 'failed' })
  })

  it.each([
    ['another sender', send('/user/alice/queue/x', 'sB'), ['/queue/x-usersA1', '/queue/x-usersA2']],
    ['the server', send('/user/alice/queue/x'), ['/queue/x-usersA1', '/queue/x-usersA2']],
    ['one of the user’s own sessions', send('/user/alice/queue/x', 'sA2'), ['/queue/x-usersA2']],
    ['a session by its id', send('/user/sB/queue/x', 'sB'), ['/queue/x-usersB']],
    ['anybody to an encoded name', send('/user/a%2Fb/queue/x'), ['/queue/x-usersAB']],
    ['anybody to somebody unknown', send('/user/queue/x'), []],
    ['a deep destination', send('/user/a%2Fb/exchange/amq.direct/x'), ['/exchange/amq.direct/x-usersAB']],
  ])('chooses the sessions for %s (spring.md 4.3, 4.11)', (_who, headers, targets) => {
    expect(resolve(headers)).toMatchObject({ kind: 'resolved', targets })
  })

  it('tells the receiver what it subscribed to (spring.md 4.5)', () => {
    expect(resolve(send('/user/alice/queue/x'))).toMatchObject({ subscribeDestination: '/user/queue/x', user: 'alice' })
    expect(resolve(send('/user/sB/queue/x', 'sB'))).toMatchObject({ user: null })
  })

  it('throws without a destination after the name (spring.md 4.4, S27)', () => {
    expect(resolve(send('/user/bob'))).toEqual({
      kind: 'failed',
      error: {
        type: 'java.lang.IllegalArgumentException',
        message: 'Expected destination pattern "/user/{userId}/**"',
      },
    })
  })

  it('leaves other destinations and other types alone (spring.md 1.2)', () => {
    expect(resolve(send('/topic/a'))).toEqual({ kind: 'not-user-destination' })
    expect(resolve({ simpMessageType: 'OTHER', simpDestination: '/user/queue/x' })).toEqual({ kind: 'wrong-type' })
  })

  it('strips the slash for a broker without one (spring.md 1.2.5)', () => {
    expect(resolve(send('/user/a%2Fb/queue/x'), true)).toMatchObject({ targets: ['queue/x-usersAB'] })
  })
})
