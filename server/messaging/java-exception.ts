import type { ChannelName } from './message-channel.ts'
import type { JavaException } from './message-handler.ts'

const MESSAGING_EXCEPTION = 'org.springframework.messaging.MessagingException'

const MESSAGE_DELIVERY_EXCEPTION = 'org.springframework.messaging.MessageDeliveryException'

/** Each class that is thrown here, with what it extends; what is not listed extends `RuntimeException`. */
const SUPERCLASSES: Readonly<Record<string, string>> = {
  [MESSAGING_EXCEPTION]: 'org.springframework.core.NestedRuntimeException',
  [MESSAGE_DELIVERY_EXCEPTION]: MESSAGING_EXCEPTION,
  'org.springframework.messaging.MessageHandlingException': MESSAGING_EXCEPTION,
  'org.springframework.messaging.converter.MessageConversionException': MESSAGING_EXCEPTION,
  'org.springframework.messaging.simp.annotation.support.MissingSessionUserException': MESSAGING_EXCEPTION,
  'org.springframework.messaging.handler.invocation.MethodArgumentResolutionException': MESSAGING_EXCEPTION,
  'org.springframework.messaging.handler.annotation.support.MethodArgumentNotValidException':
    'org.springframework.messaging.handler.invocation.MethodArgumentResolutionException',
  'java.lang.RuntimeException': 'java.lang.Exception',
  'java.lang.Exception': 'java.lang.Throwable',
}

const superclassOf = (type: string): string | null =>
  type === 'java.lang.Throwable' ? null : (SUPERCLASSES[type] ?? 'java.lang.RuntimeException')

/** How many steps up from a thrown class to a handled one; null: they are no kin. */
export const exceptionDepth = (thrown: string, handled: string): number | null => {
  let depth = 0
  for (let type: string | null = thrown; type !== null; type = superclassOf(type)) {
    if (type === handled) return depth
    depth++
  }
  return null
}

const isMessagingException = ({ type }: JavaException): boolean => exceptionDepth(type, MESSAGING_EXCEPTION) !== null

export const illegalArgument = (message: string): JavaException => ({
  type: 'java.lang.IllegalArgumentException',
  message,
})

export const illegalState = (message: string): JavaException => ({ type: 'java.lang.IllegalStateException', message })

export const messageDelivery = (message: string): JavaException => ({ type: MESSAGE_DELIVERY_EXCEPTION, message })

const orWrapped = (error: JavaException, description: string): JavaException =>
  isMessagingException(error) ? error : messageDelivery(description)

/** What an interceptor's exception becomes for the caller of `send` (spring.md 6.1). */
export const asSendFailure = (error: JavaException, channel: ChannelName): JavaException =>
  orWrapped(error, `Failed to send message to ExecutorSubscribableChannel[${channel}]`)

/** What a handler's exception becomes beyond its task (spring.md 1.4.4); Java's text names its objects as well. */
export const asHandlingFailure = (error: JavaException, channel: ChannelName, handler: string): JavaException =>
  orWrapped(error, `Failed to handle message to ExecutorSubscribableChannel[${channel}] in ${handler}`)
