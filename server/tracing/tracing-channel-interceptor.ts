import type { ChannelInterceptor } from '../messaging/channel-interceptor.ts'
import type { Message } from '../messaging/message.ts'
import type { HandlerOutcome } from '../messaging/message-handler.ts'
import type { TracedOutcome } from '../trace/index.ts'
import type { OfferLedger } from './offer-ledger.ts'
import { tracedMessage } from './traced-message.ts'
import type { Tracer } from './tracer.ts'

const tracedOutcome = (outcome: HandlerOutcome): TracedOutcome => outcome

const sessionOf = (message: Message): { session?: string } => {
  const session = message.headers.simpSessionId
  return session === undefined ? {} : { session }
}

/** Stands last in a channel: what it sees is what the handlers get (spring.md 6.1, 6.2). */
export const tracingChannelInterceptor = (tracer: Tracer, offers: OfferLedger): ChannelInterceptor => ({
  name: 'TracingChannelInterceptor',
  preSend(message, channel) {
    const origin = tracer.originOf(message)
    const sent = tracer.record(
      { type: 'channel.sent', station: channel.name, message: tracedMessage(message) },
      { ...sessionOf(message), ...(origin !== undefined && { cause: origin }) },
    )
    tracer.bind(message, sent)
    return { kind: 'passed', message }
  },
  beforeHandle(message, channel, handler) {
    const cause = offers.offerOf(message, handler) ?? tracer.originOf(message) ?? null
    tracer.enter(
      tracer.record(
        { type: 'handler.entered', station: handler.name, channel: channel.name },
        { cause, ...sessionOf(message) },
      ),
    )
    return 'handle'
  },
  afterMessageHandled(message, channel, handler, outcome) {
    tracer.record(
      {
        type: 'handler.left',
        station: handler.name,
        channel: channel.name,
        outcome: tracedOutcome(outcome),
        ...(outcome.kind === 'failed' && { message: tracedMessage(message) }),
      },
      sessionOf(message),
    )
    tracer.leave()
  },
})
