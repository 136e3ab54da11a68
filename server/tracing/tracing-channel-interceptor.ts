import type { ChannelInterceptor } from '../messaging/channel-interceptor.ts'
import type { MessageChannel } from '../messaging/message-channel.ts'
import type { HandlerOutcome, MessageHandler } from '../messaging/message-handler.ts'
import type { ChannelStation, HandlerStation, TracedOutcome, TraceFact } from '../trace/index.ts'
import { tracedMessage } from './traced-message.ts'
import type { Tracer } from './tracer.ts'
import type { BeginningOffer } from './tracing-executor.ts'
import { UnreadSendings } from './unread-facts.ts'

const tracedOutcome = (outcome: HandlerOutcome): TracedOutcome => outcome

/** What is told of a handler, message after message. */
interface HandlerFacts {
  readonly entered: TraceFact
  readonly handled: TraceFact
}

const handlerFacts = (station: HandlerStation, channel: ChannelStation): HandlerFacts => ({
  entered: { type: 'handler.entered', station, channel },
  handled: { type: 'handler.left', station, channel, outcome: { kind: 'handled' } },
})

/** Stands last in a channel: what it sees is what the handlers get (spring.md 6.1, 6.2). */
export const tracingChannelInterceptor = (
  name: ChannelStation,
  tracer: Tracer,
  beginning: BeginningOffer,
): ChannelInterceptor => {
  const sendings = new UnreadSendings(name)
  const facts = new Map<MessageHandler, HandlerFacts>()
  const factsOf = (handler: MessageHandler, channel: MessageChannel): HandlerFacts => {
    const known = facts.get(handler)
    if (known) return known
    const made = handlerFacts(handler.name, channel.name)
    facts.set(handler, made)
    return made
  }
  return {
    name: 'TracingChannelInterceptor',
    preSend(message) {
      const sent = tracer.record(sendings.of(message), {
        session: message.headers.simpSessionId,
        cause: tracer.originOf(message),
      })
      tracer.bind(message, sent)
      return { kind: 'passed', message }
    },
    beforeHandle(message, channel, handler) {
      const cause = beginning.take() ?? tracer.originOf(message) ?? null
      tracer.enter(tracer.record(factsOf(handler, channel).entered, { session: message.headers.simpSessionId, cause }))
      return 'handle'
    },
    afterMessageHandled(message, channel, handler, outcome) {
      tracer.record(
        outcome.kind === 'handled'
          ? factsOf(handler, channel).handled
          : {
              type: 'handler.left',
              station: handler.name,
              channel: channel.name,
              outcome: tracedOutcome(outcome),
              ...(outcome.kind === 'failed' && { message: tracedMessage(message) }),
            },
        { session: message.headers.simpSessionId },
      )
      tracer.leave()
    },
  }
}
