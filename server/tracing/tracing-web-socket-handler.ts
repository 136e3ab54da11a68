import type { ClientTag } from '../trace/index.ts'
import type { WebSocketHandler, WebSocketSession } from '../websocket/websocket-session.ts'
import type { Tracer } from './tracer.ts'

/** Gives a new session its tag, and takes it back. */
export interface ClientAdmission {
  /**
   * @param wanted the tag that the client names itself with; taken or malformed, it gets another
   * @param isTrial a client that tries one transport after another may leave this session for the next
   */
  admit(session: string, wanted: ClientTag | null, isTrial: boolean): ClientTag
  /** The client uses the session. */
  settle(session: string): void
  leave(session: string): void
}

const WHY_CLOSED = { client: 'closed-by-client', server: 'closed-by-server', network: 'connection-lost' } as const

/** Sees sessions begin and end, and puts each WebSocket message under the fact that it came out of. */
export const tracingWebSocketHandler = (
  inner: WebSocketHandler,
  tracer: Tracer,
  clients: ClientAdmission,
): WebSocketHandler => {
  const open = (session: WebSocketSession): number => {
    const { conversation } = tracer
    const client = clients.admit(session.id, conversation?.client ?? null, session.sockJs !== null)
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
      extensions: tracer.conversation?.extensions ?? '',
    })
  }

  return {
    afterConnectionEstablished(session) {
      tracer.within(open(session), () => inner.afterConnectionEstablished(session))
    },
    handleMessage(session, message) {
      clients.settle(session.id)
      tracer.within(tracer.originOf(message) ?? tracer.active, () => inner.handleMessage(session, message))
    },
    afterConnectionClosed(session, status) {
      const by = status.code === 1006 ? 'network' : (tracer.conversation?.closing?.by ?? 'server')
      // Over HTTP a SockJS session's own steps tell of its end.
      if (session.sockJs?.transport === 'websocket')
        tracer.record(
          {
            type: 'sockjs.session-closed',
            station: 'sockJsService',
            code: status.code,
            reason: status.reason ?? '',
            why: WHY_CLOSED[by],
          },
          { session: session.id },
        )
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
