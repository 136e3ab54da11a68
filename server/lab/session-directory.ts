import type { WebSocketHandler, WebSocketSession } from '../websocket/websocket-session.ts'

/** The sessions that live now, for the lab's cap and for its commands. */
export class SessionDirectory {
  readonly #sessions = new Map<string, WebSocketSession>()

  get size(): number {
    return this.#sessions.size
  }

  get(id: string): WebSocketSession | undefined {
    return this.#sessions.get(id)
  }

  /** The handler, told of by the directory. */
  watching(inner: WebSocketHandler): WebSocketHandler {
    return {
      afterConnectionEstablished: (session) => {
        this.#sessions.set(session.id, session)
        inner.afterConnectionEstablished(session)
      },
      handleMessage: (session, message) => inner.handleMessage(session, message),
      afterConnectionClosed: (session, status) => {
        this.#sessions.delete(session.id)
        inner.afterConnectionClosed(session, status)
      },
    }
  }
}
