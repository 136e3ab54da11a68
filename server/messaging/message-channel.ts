import type { Message } from './message.ts'
import type { JavaException, MessageHandler } from './message-handler.ts'

export type ChannelName = 'clientInboundChannel' | 'brokerChannel' | 'clientOutboundChannel'

/**
 * What became of a `send` (spring.md 6.1). `vetoed`: an interceptor returned null. `threw`: an interceptor threw, or a
 * handler on the caller's thread did; `error.message` is what Spring's caller sees, wrapped as Spring wraps it.
 */
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'vetoed'; readonly interceptor: string }
  | { readonly kind: 'threw'; readonly error: JavaException }

export interface MessageChannel {
  readonly name: ChannelName
  send(message: Message): SendOutcome
}

export interface SubscribableChannel extends MessageChannel {
  subscribe(handler: MessageHandler): void
}
