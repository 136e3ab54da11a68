import { messageDelivery } from './java-exception.ts'
import type { Message } from './message.ts'
import type { MessageChannel, SendOutcome } from './message-channel.ts'

/** `SimpMessagingTemplate#sendInternal`: what an interceptor vetoes is an exception for the caller. */
export const sendOrThrow = (channel: MessageChannel, message: Message): Exclude<SendOutcome, { kind: 'vetoed' }> => {
  const outcome = channel.send(message)
  if (outcome.kind !== 'vetoed') return outcome
  const destination = message.headers.simpDestination ?? ''
  return {
    kind: 'threw',
    error: messageDelivery(`Failed to send message to destination '${destination}' within timeout: -1`),
  }
}
