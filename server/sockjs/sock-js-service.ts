import type { HttpExchange } from '../http/http-exchange.ts'
import { httpResponse } from '../http/http-response.ts'
import type { decideOpeningHandshake, HandshakeEndpoint } from '../http/opening-handshake.ts'
import { handleWebSocketHttpRequest } from '../http/web-socket-http-request-handler.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import { openStandardWebSocketSession } from '../websocket/standard-websocket-session.ts'
import type { WebSocketHandler } from '../websocket/websocket-session.ts'
import type { SockJsFrameCodec } from './sock-js-frame-codec.ts'
import type { decideSockJsRequest, SockJsRequestContext } from './sock-js-request.ts'
import { SockJsWebSocketSession } from './sockjs-websocket-session.ts'

export interface SockJsServiceParts extends SockJsRequestContext {
  readonly endpoint: HandshakeEndpoint
  readonly webSocketHandler: WebSocketHandler
  readonly scheduler: TaskScheduler
  readonly ports: {
    readonly openingHandshake: typeof decideOpeningHandshake
    readonly sockJsRequest: typeof decideSockJsRequest
    readonly sockJsFrames: SockJsFrameCodec
  }
}

/** Spring's `DefaultSockJsService`, so far with its WebSocket transport. */
export class SockJsService {
  readonly #parts: SockJsServiceParts
  readonly #handler: WebSocketHandler
  /** Ids in use: a second connection must not take one. */
  readonly #live = new Set<string>()

  constructor(parts: SockJsServiceParts) {
    this.#parts = parts
    this.#handler = this.#registering(parts.webSocketHandler)
  }

  /** @param path what follows the endpoint's path */
  handle(exchange: HttpExchange, path: string): void {
    const decision = this.#parts.ports.sockJsRequest(exchange.request, path, this.#parts)
    if (decision.kind === 'respond') exchange.respond(decision.response)
    else if (decision.kind === 'raw-websocket') this.#rawWebSocket(exchange)
    else if (this.#live.has(decision.sessionId)) exchange.respond(httpResponse(404))
    else this.#webSocketTransport(exchange, decision.serverId, decision.sessionId)
  }

  #rawWebSocket(exchange: HttpExchange): void {
    const { endpoint, ports, ids, webSocketHandler: handler } = this.#parts
    handleWebSocketHttpRequest(exchange, endpoint, ports.openingHandshake, (connection) =>
      openStandardWebSocketSession({ id: ids.webSocketSessionId(), connection, handler }),
    )
  }

  #webSocketTransport(exchange: HttpExchange, serverId: string, sessionId: string): void {
    const { endpoint, ports, scheduler, settings } = this.#parts
    handleWebSocketHttpRequest(exchange, endpoint, ports.openingHandshake, (connection) => {
      const handler = new SockJsWebSocketSession({
        serverId,
        sessionId,
        handler: this.#handler,
        frames: ports.sockJsFrames,
        scheduler,
        heartbeatTime: settings.heartbeatTime,
      })
      return openStandardWebSocketSession({ id: sessionId, connection, handler })
    })
  }

  #registering(handler: WebSocketHandler): WebSocketHandler {
    return {
      afterConnectionEstablished: (session) => {
        this.#live.add(session.id)
        handler.afterConnectionEstablished(session)
      },
      handleMessage: (session, message) => handler.handleMessage(session, message),
      afterConnectionClosed: (session, status) => {
        this.#live.delete(session.id)
        handler.afterConnectionClosed(session, status)
      },
    }
  }
}
