import { describe, expect, it } from 'vitest'
import { createMessage, type Principal, type SimpMessageType } from '../messaging/message.ts'
import { tokenInterceptor } from './token-interceptor.ts'

const ask = (authorization: string | null, type: SimpMessageType = 'CONNECT', isRequired = false) => {
  const users: Principal[] = []
  const message = createMessage(new Uint8Array(), {
    simpMessageType: type,
    userChangeCallback: (user) => users.push(user),
    ...(authorization !== null && { nativeHeaders: new Map([['Authorization', [authorization]]]) }),
  })
  const channel = { name: 'clientInboundChannel', send: () => ({ kind: 'sent' }) as const } as const
  return { outcome: tokenInterceptor({ isRequired }).preSend?.(message, channel), message, users }
}

const threw = (message: string) => ({
  kind: 'threw',
  error: { type: 'org.springframework.messaging.MessageDeliveryException', message },
})

describe('the token interceptor (spring.md 6.3, S08–S10)', () => {
  it('makes the bearer the user, and the session is told', () => {
    const { outcome, users } = ask('Bearer alice')
    expect(outcome).toMatchObject({ kind: 'passed', message: { headers: { simpUser: { name: 'alice' } } } })
    expect(users).toEqual([{ name: 'alice' }])
  })

  it('lets pass what has no token, and what is no CONNECT', () => {
    const none = ask(null)
    expect(none.outcome).toEqual({ kind: 'passed', message: none.message })
    const send = ask('Bearer expired', 'MESSAGE')
    expect(send.outcome).toEqual({ kind: 'passed', message: send.message })
  })

  it('refuses an expired token by an exception, a vetoed one by null, none where one is required', () => {
    expect(ask('Bearer expired').outcome).toEqual(threw('token expired'))
    expect(ask('Bearer vetoed').outcome).toEqual({ kind: 'vetoed' })
    expect(ask(null, 'CONNECT', true).outcome).toEqual(threw('no token'))
  })
})
