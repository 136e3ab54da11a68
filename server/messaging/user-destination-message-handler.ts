import { createMessage, type Message } from './message.ts'
import type { MessageChannel, SubscribableChannel } from './message-channel.ts'
import { failed, HANDLED, type HandlerOutcome, ignored, type MessageHandler } from './message-handler.ts'
import { sendOrThrow } from './send-or-throw.ts'
import type { UserDestinationResolver } from './user-destination-resolver.ts'

export interface UserDestinationMessageHandlerParts {
  readonly clientInboundChannel: SubscribableChannel
  readonly brokerChannel: SubscribableChannel
  readonly resolver: UserDestinationResolver
  /** Where what is resolved goes, by session; with `preserveReceiveOrder` a channel that keeps order (spring.md 1.4.6). */
  readonly channelFor: (session: string | undefined) => MessageChannel
}

/** Translates `/user/…` into destinations of single sessions (spring.md 4.5, 4.6, 4.7). */
export class UserDestinationMessageHandler implements MessageHandler {
  readonly name = 'userDestinationMessageHandler'
  readonly #parts: UserDestinationMessageHandlerParts

  constructor(parts: UserDestinationMessageHandlerParts) {
    this.#parts = parts
  }

  start(): void {
    this.#parts.clientInboundChannel.subscribe(this)
    this.#parts.brokerChannel.subscribe(this)
  }

  handleMessage(message: Message): HandlerOutcome {
    if (message.headers.simpDestination === undefined) return ignored('no-destination')
    const result = this.#parts.resolver.resolve(message)
    if (result.kind === 'failed') return failed(result.error)
    if (result.kind !== 'resolved') return ignored(result.kind)
    if (result.targets.length === 0) return ignored('unresolved-user')
    for (const [index, target] of result.targets.entries()) {
      const channel = this.#parts.channelFor(result.sessions[index])
      const outcome = sendOrThrow(channel, translated(message, target, result.subscribeDestination))
      if (outcome.kind === 'threw') return failed(outcome.error)
    }
    return HANDLED
  }
}

/** The receiver will see what it subscribed to: the STOMP layer puts `simpOrigDestination` back (spring.md 4.5). */
const translated = (message: Message, target: string, original: string): Message =>
  createMessage(message.payload, {
    ...message.headers,
    simpDestination: target,
    nativeHeaders: new Map([...(message.headers.nativeHeaders ?? []), ['simpOrigDestination', [original]]]),
  })
