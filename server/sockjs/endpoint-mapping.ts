import { bootError } from '../http/boot-error.ts'
import { type CorsDecision, decideCors } from '../http/cors.ts'
import {
  type HttpExchange,
  type HttpHeaders,
  type HttpRequest,
  type HttpResponse,
  type HttpResponseHead,
  headerOf,
} from '../http/http-exchange.ts'
import { httpResponse } from '../http/http-response.ts'
import type { HandshakeEndpoint } from '../http/opening-handshake.ts'
import { handleWebSocketHttpRequest } from '../http/web-socket-http-request-handler.ts'
import { openStandardWebSocketSession } from '../websocket/standard-websocket-session.ts'
import { SockJsService, type SockJsServiceParts } from './sock-js-service.ts'
import type { SockJsSettings } from './sock-js-settings.ts'
import { SPRING_SOCKJS_PROFILE } from './spring-sock-js-profile.ts'

/** `registry.addEndpoint(path)` of a `StompEndpointRegistry`. */
export interface StompEndpoint extends HandshakeEndpoint {
  readonly path: string
  /** `addEndpoint(path)` */
  readonly webSocket: boolean
  /** `addEndpoint(path).withSockJS()` */
  readonly sockJs: boolean
}

export interface EndpointMappingParts
  extends Omit<SockJsServiceParts, 'endpoint' | 'settings' | 'profile' | 'wallClock'> {
  readonly endpoints: readonly StompEndpoint[]
  readonly sockJs: SockJsSettings
  /** Milliseconds since 1970, for `Expires` and the time of an error; absent: always 1970, as on virtual time. */
  readonly wallClock?: () => number
}

type HandleExchange = (exchange: HttpExchange) => void

interface Mapping {
  /** Gives a request to its handler, or says that it has none for it. */
  readonly handlerOf: (request: HttpRequest) => HandleExchange | null
  stop?(): void
}

/** `HttpServlet#doOptions` adds it to whatever was answered. */
const ALL_METHODS: HttpHeaders = [['Allow', 'GET, HEAD, POST, PUT, DELETE, OPTIONS, PATCH']]

/** What is answered gets those of these headers that it has not. */
const withHeaders = (exchange: HttpExchange, headers: HttpHeaders): HttpExchange => {
  const completed = <Head extends HttpResponseHead>(head: Head): Head => ({
    ...head,
    headers: [...head.headers, ...headers.filter(([name]) => headerOf(head, name) === null)],
  })
  return {
    request: exchange.request,
    respond: (response) => exchange.respond(completed(response)),
    stream: (head, onAbort) => exchange.stream(completed(head), onAbort),
    upgrade: (own, listen) => exchange.upgrade([...own, ...headers], listen),
  }
}

const webSocketMapping = (endpoint: StompEndpoint, parts: EndpointMappingParts): Mapping => {
  const { ids, ports, webSocketHandler: handler } = parts
  const handle: HandleExchange = (exchange) =>
    handleWebSocketHttpRequest(exchange, endpoint, ports.openingHandshake, (connection) =>
      openStandardWebSocketSession({ id: ids.webSocketSessionId(), connection, handler }),
    )
  return { handlerOf: (request) => (request.path === endpoint.path ? handle : null) }
}

/** The answer of Spring MVC where a request does not come as far as its handler. */
const answerOf = (cors: Exclude<CorsDecision, { kind: 'passed' }>, request: HttpRequest, now: number): HttpResponse => {
  switch (cors.kind) {
    case 'misconfigured':
      return bootError(request, 500, 'Internal Server Error', now)
    case 'rejected':
      return httpResponse(403, 'Invalid CORS request', cors.headers)
    case 'preflight':
      return httpResponse(200, '', cors.headers)
  }
}

/** Whether a request is for a SockJS service at this path, and what follows it (spring.md 5.1.1). */
const sockJsPathOf = (request: HttpRequest, endpointPath: string): string | null => {
  if (request.path === endpointPath) return ''
  return request.path.startsWith(`${endpointPath}/`) ? request.path.slice(endpointPath.length) : null
}

/** Spring MVC looks at the origin of a SockJS request before SockJS does (spring.md 5.4.2, 5.4.3). */
const sockJsMapping = (endpoint: StompEndpoint, parts: EndpointMappingParts): Mapping => {
  const wallClock = parts.wallClock ?? (() => 0)
  const profile = SPRING_SOCKJS_PROFILE
  const service = new SockJsService({ ...parts, profile, endpoint, settings: parts.sockJs, wallClock })
  return {
    handlerOf(request) {
      const path = sockJsPathOf(request, endpoint.path)
      if (path === null) return null
      return (exchange) => {
        const answering = request.method === 'OPTIONS' ? withHeaders(exchange, ALL_METHODS) : exchange
        const cors = decideCors(request, endpoint)
        if (cors.kind === 'passed') service.handle(withHeaders(answering, cors.headers), path)
        else answering.respond(answerOf(cors, request, wallClock()))
      }
    },
    stop: () => service.stop(),
  }
}

/** Of registrations of the same path the last one counts, as in Spring's map of URLs. */
const lastOfEachPath = (endpoints: readonly StompEndpoint[]): readonly StompEndpoint[] => [
  ...new Map(endpoints.map((endpoint) => [endpoint.path, endpoint])).values(),
]

/** Spring's `WebSocketHandlerMapping`. */
export interface EndpointMapping {
  /** @returns whether an endpoint has the request's path; if so it answers */
  handle(exchange: HttpExchange): boolean
  /** After every session was closed. */
  stop(): void
}

/** An exact path goes before `/path/**`. */
export const createEndpointMapping = (parts: EndpointMappingParts): EndpointMapping => {
  const mappings: readonly Mapping[] = [
    ...lastOfEachPath(parts.endpoints.filter(({ webSocket }) => webSocket)).map((endpoint) =>
      webSocketMapping(endpoint, parts),
    ),
    ...lastOfEachPath(parts.endpoints.filter(({ sockJs }) => sockJs)).map((endpoint) => sockJsMapping(endpoint, parts)),
  ]
  return {
    handle(exchange) {
      for (const { handlerOf } of mappings) {
        const handle = handlerOf(exchange.request)
        if (!handle) continue
        handle(exchange)
        return true
      }
      return false
    },
    stop() {
      for (const mapping of mappings) mapping.stop?.()
    },
  }
}
