import { createMessage, type Message } from './message.ts'
import type { MessageChannel, SubscribableChannel } from './message-channel.ts'
import { failed, HANDLED, type HandlerOutcome, ignored, type MessageHandler } from './message-handler.ts'
import { sendOrThrow } from './send-or-throw.ts'
import type { UserDestinationResolver } from './user-destination-resolver.ts'

export interface UserDestinationMessageHandlerParts {
  readonly clientInboundChannel: SubscribableChannel
  readonly brokerChannel: SubscribableChannel
  readonly resolver: UserDestinationResolver
  /** Makes a session's channel that keeps order, with `preserveReceiveOrder` (spring.md 1.4.6); null without. */
  readonly orderedChannel: (() => MessageChannel) | null
}

/** Translates `/user/…` into destinations of single sessions (spring.md 4.5, 4.6, 4.7). */
export class UserDestinationMessageHandler implements MessageHandler {
  readonly name = 'userDestinationMessageHandler'
  readonly #parts: UserDestinationMessageHandlerParts
  readonly #orderedChannels = new Map<string, MessageChannel>()

  constructor(parts: UserDestinationMessageHandlerParts) {
    this.#parts = parts
  }

  start(): void {
    this.#parts.clientInboundChannel.subscribe(this)
    this.#parts.brokerChannel.subscribe(this)
  }

  handleMessage(message: Message): HandlerOutcome {
    const { simpDestination, simpMessageType, simpSessionId } = message.headers
    if (simpMessageType === 'DISCONNECT' && simpSessionId !== undefined) this.#orderedChannels.delete(simpSessionId)
    if (simpDestination === undefined) return ignored('no-destination')
    const result = this.#parts.resolver.resolve(message)
    if (result.kind === 'failed') return failed(result.error)
    if (result.kind !== 'resolved') return ignored(result.kind)
    if (result.targets.length === 0) return ignored('unresolved-user')
    for (const [index, target] of result.targets.entries()) {
      const channel = this.#channelFor(result.sessions[index])
      const outcome = sendOrThrow(channel, translated(message, target, result.subscribeDestination))
      if (outcome.kind === 'threw') return failed(outcome.error)
    }
    return HANDLED
  }

  #channelFor(session: string | undefined): MessageChannel {
    const { orderedChannel, brokerChannel } = this.#parts
    if (orderedChannel === null || session === undefined) return brokerChannel
    const channel = this.#orderedChannels.get(session) ?? orderedChannel()
    this.#orderedChannels.set(session, channel)
    return channel
  }
}

/** The receiver will see what it subscribed to: the STOMP layer puts `simpOrigDestination` back (spring.md 4.5). */
const translated = (message: Message, target: string, original: string): Message =>
  createMessage(message.payload, {
    ...message.headers,
    simpDestination: target,
    nativeHeaders: new Map([...(message.headers.nativeHeaders ?? []), ['simpOrigDestination', [original]]]),
  })
