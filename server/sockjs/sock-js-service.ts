import type { HttpExchange } from '../http/http-exchange.ts'
import { httpResponse } from '../http/http-response.ts'
import type { decideOpeningHandshake, HandshakeEndpoint } from '../http/opening-handshake.ts'
import { queryParameter } from '../http/query-parameter.ts'
import { handleWebSocketHttpRequest } from '../http/web-socket-http-request-handler.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import { openStandardWebSocketSession } from '../websocket/standard-websocket-session.ts'
import type { WebSocketHandler } from '../websocket/websocket-session.ts'
import { HttpSockJsSession } from './http-sock-js-session.ts'
import type { SockJsFrameCodec } from './sock-js-frame-codec.ts'
import type { decideSockJsRequest, SockJsRequestContext, SockJsRequestDecision } from './sock-js-request.ts'
import type { StepSockJsSession } from './sock-js-state.ts'
import { SockJsWebSocketSession } from './sockjs-websocket-session.ts'
import type { TransportTypeFacts } from './transport-type.ts'

export interface SockJsServiceParts extends SockJsRequestContext {
  readonly endpoint: HandshakeEndpoint
  readonly webSocketHandler: WebSocketHandler
  readonly schedulers: { readonly heartbeat: TaskScheduler; readonly cleanup: TaskScheduler }
  readonly ports: {
    readonly openingHandshake: typeof decideOpeningHandshake
    readonly sockJsRequest: typeof decideSockJsRequest
    readonly sockJsFrames: SockJsFrameCodec
    readonly sockJsStep: StepSockJsSession
  }
}

type OfSession<Kind extends TransportTypeFacts['kind']> = Extract<SockJsRequestDecision, { kind: 'session' }> & {
  readonly transport: Extract<TransportTypeFacts, { kind: Kind }>
}

const decoder = new TextDecoder()

const bodyOf = ({ request }: HttpExchange, { name }: OfSession<'receiving'>['transport']): string => {
  const body = decoder.decode(request.body)
  const isForm = request.headers.some(
    ([header, value]) =>
      header.toLowerCase() === 'content-type' && value.toLowerCase().startsWith('application/x-www-form-urlencoded'),
  )
  return name === 'jsonp_send' && isForm ? (queryParameter({ ...request, query: body }, 'd') ?? '') : body
}

/** Spring's `DefaultSockJsService`, or what another profile makes of it. */
export class SockJsService {
  readonly #parts: SockJsServiceParts
  readonly #handler: WebSocketHandler
  /** Ids in use by WebSockets. */
  readonly #webSockets = new Set<string>()
  readonly #sessions = new Map<string, HttpSockJsSession>()
  /** When the first session began. */
  #began: number | null = null

  constructor(parts: SockJsServiceParts) {
    this.#parts = parts
    this.#handler = this.#registering(parts.webSocketHandler)
  }

  /** @param path what follows the endpoint's path */
  handle(exchange: HttpExchange, path: string): void {
    const decision = this.#parts.ports.sockJsRequest(exchange.request, path, this.#parts)
    if (decision.kind === 'respond') exchange.respond(decision.response)
    else if (decision.kind === 'raw-websocket') this.#rawWebSocket(exchange)
    else this.#session(exchange, decision)
  }

  /** Forgets sessions that were closed and would still tell so. */
  stop(): void {
    for (const session of this.#sessions.values()) session.discard()
    this.#sessions.clear()
  }

  #session(exchange: HttpExchange, decision: Extract<SockJsRequestDecision, { kind: 'session' }>): void {
    const { transport } = decision
    switch (transport.kind) {
      case 'websocket':
        this.#webSocket(exchange, decision.serverId, decision.sessionId)
        break
      case 'sending':
        this.#send(exchange, { ...decision, transport })
        break
      case 'receiving':
        this.#receive(exchange, { ...decision, transport })
        break
    }
  }

  #rawWebSocket(exchange: HttpExchange): void {
    const { endpoint, ports, ids, webSocketHandler: handler } = this.#parts
    handleWebSocketHttpRequest(exchange, endpoint, ports.openingHandshake, (connection) =>
      openStandardWebSocketSession({ id: ids.webSocketSessionId(), connection, handler }),
    )
  }

  #webSocket(exchange: HttpExchange, serverId: string, wanted: string): void {
    const { endpoint, ports, profile, schedulers, settings, ids } = this.#parts
    const sessionId = profile.bindsSessionToTransport ? wanted : ids.webSocketSessionId()
    if (this.#webSockets.has(sessionId) || this.#sessions.has(sessionId)) {
      exchange.respond(profile.notFound)
      return
    }
    handleWebSocketHttpRequest(exchange, endpoint, ports.openingHandshake, (connection) => {
      this.#began ??= schedulers.cleanup.now()
      const handler = new SockJsWebSocketSession({
        serverId,
        sessionId,
        handler: this.#handler,
        frames: ports.sockJsFrames,
        rules: profile.webSocket,
        scheduler: schedulers.heartbeat,
        heartbeatTime: settings.heartbeatTime,
      })
      return openStandardWebSocketSession({ id: sessionId, connection, handler })
    })
  }

  /** A transport on which the server sends. */
  #send(exchange: HttpExchange, { serverId, sessionId, transport }: OfSession<'sending'>): void {
    const { profile, settings } = this.#parts
    const existing = this.#sessions.get(sessionId)
    const isOfOther = existing !== undefined && existing.sockJs.transport !== transport.name
    const isRefused = (isOfOther && profile.bindsSessionToTransport) || this.#isOfAnother(exchange, existing)
    if (this.#webSockets.has(sessionId) || isRefused) {
      exchange.respond(profile.notFound)
      return
    }
    const wrapping = profile.wrappings[transport.name]
    const headers = [
      ...profile.transportHeaders(exchange.request, transport, settings),
      ['Content-Type', wrapping.contentType] as const,
    ]
    const parameter = transport.callsBack ? profile.callback(exchange.request, transport.name) : null
    if (parameter?.kind === 'refused') {
      exchange.respond(httpResponse(500, parameter.text, headers))
      return
    }
    const session = existing ?? this.#create(exchange, serverId, sessionId, transport)
    session.attach({
      transport: transport.name,
      endsAfterFrame: transport.endsAfterFrame,
      wrapping,
      callback: parameter?.callback ?? '',
      open: (onAbort) => exchange.stream({ status: 200, headers }, onAbort),
    })
  }

  /** Spring's `isSameAddress`: whoever has no user is known by the address that the session began at (spring.md 5.6.1). */
  #isOfAnother({ request }: HttpExchange, session: HttpSockJsSession | undefined): boolean {
    if (session === undefined || !this.#parts.profile.bindsSessionToAddress) return false
    return session.remoteAddress !== (request.remoteAddress ?? null)
  }

  #create(
    { request }: HttpExchange,
    serverId: string,
    sessionId: string,
    transport: OfSession<'sending'>['transport'],
  ): HttpSockJsSession {
    const { ports, profile, schedulers, settings } = this.#parts
    const began = this.#began ?? schedulers.cleanup.now()
    this.#began = began
    const session = new HttpSockJsSession({
      serverId,
      sessionId,
      transport: transport.name,
      remoteAddress: request.remoteAddress ?? null,
      handler: this.#parts.webSocketHandler,
      frames: ports.sockJsFrames,
      step: ports.sockJsStep,
      rules: {
        ...profile.session,
        streamBytesLimit: settings.streamBytesLimit,
        messageCacheSize: settings.httpMessageCacheSize,
      },
      counted: profile.counted,
      heartbeatScheduler: schedulers.heartbeat,
      cleanupScheduler: schedulers.cleanup,
      heartbeatTime: settings.heartbeatTime,
      forgottenAt: (inactiveSince) => began + profile.forgottenAt(inactiveSince - began, settings.disconnectDelay),
      onForgotten: () => this.#sessions.delete(sessionId),
    })
    this.#sessions.set(sessionId, session)
    return session
  }

  /** A transport by which the client sends (spring.md 5.6.4b). */
  #receive(exchange: HttpExchange, { sessionId, transport }: OfSession<'receiving'>): void {
    const { ports, profile, settings } = this.#parts
    const session = this.#sessions.get(sessionId)
    if (!session || this.#isOfAnother(exchange, session)) {
      exchange.respond(profile.notFound)
      return
    }
    const headers = profile.transportHeaders(exchange.request, transport, settings)
    const body = bodyOf(exchange, transport)
    const decoded = body === '' ? null : ports.sockJsFrames.decode(body)
    if (decoded?.kind !== 'messages') {
      exchange.respond(httpResponse(500, profile.unreadable[decoded?.problem ?? 'empty'], headers))
      return
    }
    session.receive(decoded.messages)
    const typed = [...headers, ['Content-Type', 'text/plain;charset=UTF-8'] as const]
    exchange.respond(transport.name === 'jsonp_send' ? httpResponse(200, 'ok', typed) : httpResponse(204, '', typed))
  }

  #registering(handler: WebSocketHandler): WebSocketHandler {
    return {
      afterConnectionEstablished: (session) => {
        this.#webSockets.add(session.id)
        handler.afterConnectionEstablished(session)
      },
      handleMessage: (session, message) => handler.handleMessage(session, message),
      afterConnectionClosed: (session, status) => {
        this.#webSockets.delete(session.id)
        handler.afterConnectionClosed(session, status)
      },
    }
  }
}
