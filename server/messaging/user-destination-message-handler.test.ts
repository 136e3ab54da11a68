import { describe, expect, it } from 'vitest'
import { createMessage, type Message, type MessageHeaders } from './message.ts'
import type { SendOutcome, SubscribableChannel } from './message-channel.ts'
import { failed, HANDLED, ignored } from './message-handler.ts'
import { UserDestinationMessageHandler } from './user-destination-message-handler.ts'
import { createUserDestinationResolver } from './user-destination-resolver.ts'

const scene = (options: { outcome?: SendOutcome; isOrdered?: boolean } = {}) => {
  const sent: Message[] = []
  let orderedChannels = 0
  const channel: SubscribableChannel = {
    name: 'brokerChannel',
    subscribe: () => undefined,
    send(message) {
      sent.push(message)
      return options.outcome ?? { kind: 'sent' }
    },
  }
  const handler = new UserDestinationMessageHandler({
    clientInboundChannel: channel,
    brokerChannel: channel,
    resolver: createUserDestinationResolver({
      prefix: '/user/',
      sessionsOf: (user) => (user === 'alice' ? ['sA1', 'sA2'] : []),
      removeLeadingSlash: false,
    }),
    orderedChannel: options.isOrdered
      ? () => {
          orderedChannels++
          return channel
        }
      : null,
  })
  const handle = (headers: Partial<MessageHeaders>) =>
    handler.handleMessage(createMessage(Uint8Array.of(1), { simpMessageType: 'MESSAGE', ...headers }))
  return { handle, sent, orderedChannels: () => orderedChannels }
}

describe('UserDestinationMessageHandler (spring.md 4.5–4.7)', () => {
  it('sends one message to each session, all else as it was, with what the receiver subscribed to', () => {
    const { handle, sent } = scene()
    const headers = {
      simpSessionId: 'sB',
      stompCommand: 'SEND',
      nativeHeaders: new Map([
        ['destination', ['/user/alice/queue/dm']],
        ['x-own', ['1']],
      ]),
    }
    expect(handle({ ...headers, simpDestination: '/user/alice/queue/dm' })).toEqual(HANDLED)
    expect(sent.map(({ headers: { simpDestination } }) => simpDestination)).toEqual([
      '/queue/dm-usersA1',
      '/queue/dm-usersA2',
    ])
    expect(sent[0]?.headers).toEqual({
      ...headers,
      simpMessageType: 'MESSAGE',
      simpDestination: '/queue/dm-usersA1',
      nativeHeaders: new Map([...headers.nativeHeaders, ['simpOrigDestination', ['/user/queue/dm']]]),
    })
  })

  it.each([
    [{}, ignored('no-destination')],
    [{ simpDestination: '/topic/a' }, ignored('not-user-destination')],
    [{ simpDestination: '/user/queue/a', simpMessageType: 'OTHER' as const }, ignored('wrong-type')],
    [{ simpDestination: '/user/nobody/queue/a' }, ignored('unresolved-user')],
  ])('lets %o pass with its reason', (headers, outcome) => {
    const { handle, sent } = scene()
    expect([handle(headers), sent]).toEqual([outcome, []])
  })

  it('fails with what the broker’s thread threw back (spring.md 1.4.4)', () => {
    const error = { type: 'java.lang.IllegalStateException', message: 'no' }
    const { handle } = scene({ outcome: { kind: 'threw', error } })
    expect(handle({ simpDestination: '/user/alice/queue/a' })).toEqual(failed(error))
  })

  it('keeps a channel for each session where order counts, until it disconnects (spring.md 1.4.6)', () => {
    const { handle, orderedChannels } = scene({ isOrdered: true })
    for (let round = 0; round < 3; round++) handle({ simpDestination: '/user/alice/queue/a' })
    expect(orderedChannels()).toBe(2)
    handle({ simpMessageType: 'DISCONNECT', simpSessionId: 'sA1' })
    handle({ simpDestination: '/user/alice/queue/a' })
    expect(orderedChannels()).toBe(3)
  })
})
