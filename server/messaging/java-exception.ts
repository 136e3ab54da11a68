import type { ChannelName } from './message-channel.ts'
import type { JavaException } from './message-handler.ts'

/** Exceptions that a channel rethrows as they are: `MessagingException` and what extends it (spring.md 6.1). */
const MESSAGING_EXCEPTIONS: ReadonlySet<string> = new Set([
  'org.springframework.messaging.MessagingException',
  'org.springframework.messaging.MessageDeliveryException',
  'org.springframework.messaging.MessageHandlingException',
  'org.springframework.messaging.converter.MessageConversionException',
])

/** What the caller of `send` gets: everything but a `MessagingException` is wrapped. */
export const asSendFailure = (error: JavaException, channel: ChannelName): JavaException =>
  MESSAGING_EXCEPTIONS.has(error.type)
    ? error
    : {
        type: 'org.springframework.messaging.MessageDeliveryException',
        message: `Failed to send message to ExecutorSubscribableChannel[${channel}]`,
      }
