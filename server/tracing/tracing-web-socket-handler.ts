import type { ClientTag } from '../trace/index.ts'
import type { WebSocketHandler, WebSocketSession } from '../websocket/websocket-session.ts'
import type { Tracer } from './tracer.ts'

/** Gives a new session its tag, and takes it back. */
export interface ClientAdmission {
  /** @param wanted the tag that the client names itself with; taken or malformed, it gets another */
  admit(session: string, wanted: ClientTag | null): ClientTag
  leave(session: string): void
}

/** Sees sessions begin and end, and puts each WebSocket message under the fact that it came out of. */
export const tracingWebSocketHandler = (
  inner: WebSocketHandler,
  tracer: Tracer,
  clients: ClientAdmission,
): WebSocketHandler => {
  const open = (session: WebSocketSession): number => {
    const { conversation } = tracer
    const client = clients.admit(session.id, conversation?.client ?? null)
    if (conversation) {
      conversation.session = session.id
      conversation.client = client
    }
    if (session.sockJs) {
      tracer.goOnFrom(
        tracer.record({
          type: 'sockjs.session-opened',
          station: 'sockJsService',
          ...session.sockJs,
        }),
      )
    }
    return tracer.record({
      type: 'websocket.opened',
      station: 'webSocketSession',
      transport: session.transport,
      extensions: '',
    })
  }

  return {
    afterConnectionEstablished(session) {
      tracer.within(open(session), () => inner.afterConnectionEstablished(session))
    },
    handleMessage(session, message) {
      tracer.within(tracer.originOf(message) ?? tracer.active, () => inner.handleMessage(session, message))
    },
    afterConnectionClosed(session, status) {
      const by = status.code === 1006 ? 'network' : (tracer.conversation?.closing?.by ?? 'server')
      const closed = tracer.record(
        {
          type: 'websocket.closed',
          station: 'webSocketSession',
          code: status.code,
          reason: status.reason ?? '',
          clean: status.code !== 1006,
          by,
        },
        { session: session.id },
      )
      tracer.within(closed, () => inner.afterConnectionClosed(session, status))
      clients.leave(session.id)
    },
  }
}
