import type { ConcurrentWebSocketSession } from '../websocket/concurrent-websocket-session-decorator.ts'
import { octetsOf } from '../websocket/websocket-message.ts'
import type { Tracer } from './tracer.ts'

const STATION = 'webSocketSession'

/** Sees what has to wait behind earlier octets, and a limit that ends the session. */
export const tracingConcurrentSession = (
  inner: ConcurrentWebSocketSession,
  tracer: Tracer,
): ConcurrentWebSocketSession => ({
  session: inner.session,
  close: (status) => inner.close(status),
  sendMessage(message) {
    const waiting = inner.session.bufferedAmount
    const result = inner.sendMessage(message)
    if (waiting === 0 || result.kind === 'not-sent') return result
    const bytes = octetsOf(message).length
    const origin = tracer.originOf(message)
    tracer.record(
      {
        type: result.kind === 'limit-exceeded' ? 'outbound.limit-exceeded' : 'outbound.buffered',
        station: STATION,
        bytes,
        bufferSize: waiting + bytes,
      },
      { session: inner.session.id, ...(origin !== undefined && { cause: origin }) },
    )
    return result
  },
})
