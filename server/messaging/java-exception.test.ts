import { expect, it } from 'vitest'
import { asSendFailure, exceptionDepth, illegalState, messageDelivery } from './java-exception.ts'

it('counts the steps from a thrown class up to a handled one (spring.md 2.4.10)', () => {
  expect(exceptionDepth('java.lang.IllegalStateException', 'java.lang.IllegalStateException')).toBe(0)
  expect(exceptionDepth('java.lang.IllegalStateException', 'java.lang.Exception')).toBe(2)
  expect(exceptionDepth('java.lang.IllegalStateException', 'java.lang.IllegalArgumentException')).toBeNull()
})

it('wraps everything but a MessagingException for the caller of send (spring.md 6.1)', () => {
  expect(asSendFailure(messageDelivery('bad token'), 'clientInboundChannel')).toEqual(messageDelivery('bad token'))
  expect(asSendFailure(illegalState('no'), 'clientInboundChannel').message).toBe(
    'Failed to send message to ExecutorSubscribableChannel[clientInboundChannel]',
  )
})
