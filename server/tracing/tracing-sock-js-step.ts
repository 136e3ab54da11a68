import type { SockJsInput, SockJsState, SockJsStep, StepSockJsSession } from '../sockjs/sock-js-state.ts'
import { payloadLength } from '../websocket/websocket-message.ts'
import type { RecordOptions, Tracer } from './tracer.ts'

/** Sees a SockJS session's state change, its receivers come and go, messages wait for one, and its end. */
export const tracingSockJsStep = (inner: StepSockJsSession, tracer: Tracer): StepSockJsSession => {
  const receivers = (before: SockJsState, after: SockJsState, limit: number, about: RecordOptions): void => {
    const had = before.phase === 'connecting' ? null : before.receiver
    // A session is known from its opening on, so that its first receiver is told of with that.
    const has = after.phase === 'connecting' ? null : after.receiver
    const fact = { station: 'sockJsService', limit } as const
    if (had && !has)
      tracer.record({ type: 'sockjs.receiver-detached', transport: had.transport, bytes: had.bytes, ...fact }, about)
    if (!had && has)
      tracer.record({ type: 'sockjs.receiver-attached', transport: has.transport, bytes: 0, ...fact }, about)
  }

  const waiting = (before: SockJsState, input: SockJsInput, { state }: SockJsStep, about: RecordOptions): void => {
    if (input.input !== 'send' || state.queue.length <= before.queue.length) return
    tracer.record(
      {
        type: 'outbound.buffered',
        station: 'webSocketSession',
        bytes: payloadLength(input.message),
        bufferSize: state.queue.reduce((sum, message) => sum + payloadLength(message), 0),
      },
      { ...about, cause: tracer.originOf(input.message) },
    )
  }

  return (before, input, rules) => {
    const result = inner(before, input, rules)
    const { state, effects } = result
    const about = { session: state.sessionId }
    if (before.phase !== state.phase)
      tracer.record(
        { type: 'sockjs.stepped', station: 'sockJsService', input: input.input, from: before.phase, to: state.phase },
        about,
      )
    receivers(before, state, rules.streamBytesLimit, about)
    waiting(before, input, result, about)
    for (const effect of effects) {
      if (effect.effect !== 'closed') continue
      const { status, why } = effect
      tracer.record(
        {
          type: 'sockjs.session-closed',
          station: 'sockJsService',
          code: status.code,
          reason: status.reason ?? '',
          why,
        },
        about,
      )
    }
    return result
  }
}
