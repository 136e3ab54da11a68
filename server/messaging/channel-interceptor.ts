import type { Message } from './message.ts'
import type { MessageChannel, SendOutcome } from './message-channel.ts'
import type { HandlerOutcome, JavaException, MessageHandler } from './message-handler.ts'

/** What `preSend` decided: go on with this message (perhaps another one), return null, or throw. */
export type PreSendOutcome =
  | { readonly kind: 'passed'; readonly message: Message }
  | { readonly kind: 'vetoed' }
  | { readonly kind: 'threw'; readonly error: JavaException }

/**
 * Spring's `ChannelInterceptor` and `ExecutorChannelInterceptor` (spring.md 6.1, 6.2). The last two run around each
 * subscriber, in the handling thread; a vetoing `beforeHandle` skips that subscriber only.
 */
export interface ChannelInterceptor {
  /** Its class, as Spring would log it. */
  readonly name: string
  preSend?(message: Message, channel: MessageChannel): PreSendOutcome
  postSend?(message: Message, channel: MessageChannel, sent: boolean): void
  /** In reverse order, for each interceptor whose `preSend` passed. */
  afterSendCompletion?(message: Message, channel: MessageChannel, outcome: SendOutcome): void
  beforeHandle?(message: Message, channel: MessageChannel, handler: MessageHandler): 'handle' | 'skip'
  afterMessageHandled?(
    message: Message,
    channel: MessageChannel,
    handler: MessageHandler,
    outcome: HandlerOutcome,
  ): void
}
