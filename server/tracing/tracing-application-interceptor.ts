import type { ChannelInterceptor, PreSendOutcome } from '../messaging/channel-interceptor.ts'
import type { Message, MessageHeaders } from '../messaging/message.ts'
import type { TraceFactOf } from '../trace/index.ts'
import type { Tracer } from './tracer.ts'

type InterceptorOutcome = TraceFactOf<'interceptor.ran'>['outcome']

/** Names of the headers that differ, and `payload`. */
const changes = (before: Message, after: Message): readonly string[] => {
  const names = new Set([...Object.keys(before.headers), ...Object.keys(after.headers)]) as Set<keyof MessageHeaders>
  const changed: string[] = [...names].filter((name) => before.headers[name] !== after.headers[name])
  return before.payload === after.payload ? changed : [...changed, 'payload']
}

const tracedOutcome = (before: Message, outcome: PreSendOutcome): InterceptorOutcome => {
  if (outcome.kind !== 'passed') return outcome
  return outcome.message === before ? { kind: 'passed' } : { kind: 'changed', what: changes(before, outcome.message) }
}

/** Sees what an application's interceptor decided in `preSend`. */
export const tracingApplicationInterceptor = (inner: ChannelInterceptor, tracer: Tracer): ChannelInterceptor => {
  const { preSend } = inner
  if (!preSend) return inner
  return {
    ...inner,
    preSend(message, channel) {
      const outcome = preSend.call(inner, message, channel)
      const origin = tracer.originOf(message)
      const seq = tracer.record(
        {
          type: 'interceptor.ran',
          station: channel.name,
          interceptor: inner.name,
          outcome: tracedOutcome(message, outcome),
        },
        origin === undefined ? {} : { cause: origin },
      )
      if (outcome.kind === 'passed') tracer.bind(outcome.message, seq)
      return outcome
    },
  }
}
