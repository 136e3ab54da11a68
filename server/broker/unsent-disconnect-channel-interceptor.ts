import type { ChannelInterceptor } from '../messaging/channel-interceptor.ts'
import type { MessageHandler } from '../messaging/message-handler.ts'

/** A DISCONNECT that another interceptor stopped still reaches the broker, on the calling thread (spring.md 1.5.1). */
export const unsentDisconnectChannelInterceptor = (broker: MessageHandler): ChannelInterceptor => ({
  name: 'UnsentDisconnectChannelInterceptor',
  afterSendCompletion(message, _channel, outcome) {
    if (outcome.kind !== 'sent' && message.headers.simpMessageType === 'DISCONNECT') broker.handleMessage(message)
  },
})
