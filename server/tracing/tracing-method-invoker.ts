import type { MethodInvoker, MethodOutcome } from '../messaging/method-invoker.ts'
import { type MaybeSuspended, whenAwake } from '../runtime/executor.ts'
import { tracedPayload } from './traced-payload.ts'
import type { Tracer } from './tracer.ts'

const STATION = 'simpAnnotationMethodMessageHandler'

/** A Java value as JSON can hold it. */
const tracedValue = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return tracedPayload(value).payload
  return value === undefined ? null : value
}

/** Sees every call of a handler method, what it returned and where that goes, and what it threw and who handles it. */
export const tracingMethodInvoker = (inner: MethodInvoker, tracer: Tracer): MethodInvoker => ({
  invoke<T extends MethodOutcome>(invocation: Parameters<typeof inner.invoke<T>>[0]): MaybeSuspended<T> {
    const { controller, method, mapping, converter, isCall } = invocation
    if (isCall) {
      tracer.record({
        type: 'controller.invoked',
        station: STATION,
        controller,
        method,
        mapping,
        arguments: invocation.arguments.map(tracedValue),
        converter,
      })
    }
    return whenAwake(inner.invoke(invocation), (outcome) => {
      if (outcome.kind === 'returned') {
        const { value, destinations } = outcome
        tracer.record({
          type: 'controller.returned',
          station: STATION,
          controller,
          method,
          value: tracedValue(value),
          destinations,
        })
      } else {
        const { error, handledBy } = outcome
        tracer.record({ type: 'controller.threw', station: STATION, controller, method, error, handledBy })
      }
      return outcome
    })
  },
})
