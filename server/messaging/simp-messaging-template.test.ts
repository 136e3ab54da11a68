import { describe, expect, it } from 'vitest'
import type { Message } from './message.ts'
import type { MessageChannel, SendOutcome } from './message-channel.ts'
import { SimpMessagingTemplate } from './simp-messaging-template.ts'

const scene = (outcome: SendOutcome = { kind: 'sent' }) => {
  const sent: Message[] = []
  const channel: MessageChannel = {
    name: 'brokerChannel',
    send(message) {
      sent.push(message)
      return outcome
    },
  }
  return { template: new SimpMessagingTemplate(channel, '/user/'), sent }
}

describe('SimpMessagingTemplate (spring.md 4.9, S38)', () => {
  it('makes native headers of a plain map', () => {
    const { template, sent } = scene()
    template.convertAndSend('/topic/a', 'x', { native: { 'x-extra': '42' } })
    expect(sent[0]?.headers).toEqual({
      simpMessageType: 'MESSAGE',
      simpDestination: '/topic/a',
      contentType: 'text/plain;charset=UTF-8',
      nativeHeaders: new Map([['x-extra', ['42']]]),
    })
  })

  it('encodes a slash in a user’s name and puts the slash that the destination lacks', () => {
    const { template, sent } = scene()
    template.convertAndSendToUser('a/b', 'queue/x', 'x')
    expect(sent[0]?.headers.simpDestination).toBe('/user/a%2Fb/queue/x')
  })

  it('refuses a name with %2F, and none', () => {
    const { template, sent } = scene()
    const error = (message: string) => ({
      kind: 'threw',
      error: { type: 'java.lang.IllegalArgumentException', message },
    })
    expect(template.convertAndSendToUser('a%2Fb', '/queue/x', 'x')).toEqual(
      error('Invalid sequence "%2F" in user name: a%2Fb'),
    )
    expect(template.convertAndSendToUser(null, '/queue/x', 'x')).toEqual(error('User must not be null'))
    expect(sent).toEqual([])
  })

  it('throws where an interceptor vetoes', () => {
    const { template } = scene({ kind: 'vetoed', interceptor: 'guard' })
    expect(template.convertAndSend('/topic/a', 'x')).toEqual({
      kind: 'threw',
      error: {
        type: 'org.springframework.messaging.MessageDeliveryException',
        message: "Failed to send message to destination '/topic/a' within timeout: -1",
      },
    })
  })
})
