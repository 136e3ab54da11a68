import { createServer, type Server } from 'node:http'
import { httpResponse } from '../http/http-response.ts'
import type { HandshakeEndpoint } from '../http/opening-handshake.ts'
import { decideOpeningHandshake } from '../http/opening-handshake.ts'
import { PUBLIC_SOCKJS_PROFILE } from '../sockjs/public-sock-js-profile.ts'
import { decideSockJsRequest } from '../sockjs/sock-js-request.ts'
import { SockJsService } from '../sockjs/sock-js-service.ts'
import { stepSockJsSession } from '../sockjs/sock-js-session-step.ts'
import type { SockJsSettings } from '../sockjs/sock-js-settings.ts'
import { SockJsWebSocketSession } from '../sockjs/sockjs-websocket-session.ts'
import { openStandardWebSocketSession } from '../websocket/standard-websocket-session.ts'
import type { WebSocketHandler } from '../websocket/websocket-session.ts'
import { isHixie76, upgradeHixie76 } from './hixie76-transport.ts'
import { plainExchange, readBody, toHttpRequest, upgradeExchange, writeResponse } from './http-transport.ts'
import { systemIdGenerator } from './system-id-generator.ts'
import { systemTaskScheduler } from './system-task-scheduler.ts'

const SETTINGS: SockJsSettings = {
  heartbeatTime: 25_000,
  disconnectDelay: 5_000,
  streamBytesLimit: 4_096,
  httpMessageCacheSize: Number.POSITIVE_INFINITY,
  sessionCookieNeeded: false,
  webSocketEnabled: true,
  jsonp: true,
}

const ECHO: WebSocketHandler = {
  afterConnectionEstablished: () => undefined,
  handleMessage: (session, message) => session.sendMessage(message),
  afterConnectionClosed: () => undefined,
}

const CLOSE: WebSocketHandler = {
  ...ECHO,
  afterConnectionEstablished: (session) => session.close({ code: 3000, reason: 'Go away!' }),
}

/** What the tests of the public SockJS protocol talk to. */
const SERVICES: readonly { readonly path: string; readonly handler: WebSocketHandler; readonly settings?: object }[] = [
  { path: '/echo', handler: ECHO },
  { path: '/close', handler: CLOSE },
  { path: '/disabled_websocket_echo', handler: ECHO, settings: { webSocketEnabled: false } },
  { path: '/cookie_needed_echo', handler: ECHO, settings: { sessionCookieNeeded: true } },
]

const ANY_ORIGIN: HandshakeEndpoint = { allowedOrigins: ['*'], allowedOriginPatterns: [], vetoed: false }

const NOT_HERE = httpResponse(404)
const TOO_LARGE = httpResponse(413)

const createService = (handler: WebSocketHandler, settings: object = {}): SockJsService =>
  new SockJsService({
    profile: PUBLIC_SOCKJS_PROFILE,
    settings: { ...SETTINGS, ...settings },
    endpoint: ANY_ORIGIN,
    webSocketHandler: handler,
    ids: systemIdGenerator,
    wallClock: () => Date.now(),
    schedulers: { heartbeat: systemTaskScheduler, cleanup: systemTaskScheduler },
    ports: {
      openingHandshake: decideOpeningHandshake,
      sockJsRequest: decideSockJsRequest,
      sockJsFrames: PUBLIC_SOCKJS_PROFILE.frames,
      sockJsStep: stepSockJsSession,
    },
  })

/** The engine of the product's SockJS endpoints, with the answers of the public protocol and other handlers behind. */
export const createSockJsConformanceServer = (): Server => {
  const services = SERVICES.map(({ path, handler, settings }) => ({
    path,
    handler,
    service: createService(handler, settings),
  }))
  const find = (path: string) => {
    const found = services.find((each) => path === each.path || path.startsWith(`${each.path}/`))
    return found && { ...found, rest: path.slice(found.path.length) }
  }

  const server = createServer((incoming, response) => {
    const found = find(toHttpRequest(incoming).path)
    if (!found) {
      writeResponse(response, NOT_HERE)
      return
    }
    readBody(incoming).then(
      (body) => {
        if (body === null) writeResponse(response, TOO_LARGE)
        else found.service.handle(plainExchange(toHttpRequest(incoming, body), response), found.rest)
      },
      // Its client is gone: there is nobody to answer.
      () => response.destroy(),
    )
  })
  server.on('upgrade', (incoming, socket, head) => {
    const exchange = upgradeExchange(incoming, socket, head)
    const found = find(exchange.request.path)
    if (!found) exchange.respond(NOT_HERE)
    else if (isHixie76(incoming) && found.rest.endsWith('/websocket'))
      upgradeHixie76(incoming, socket, head, (connection) =>
        openStandardWebSocketSession({
          id: systemIdGenerator.webSocketSessionId(),
          connection,
          handler: new SockJsWebSocketSession({
            serverId: '',
            sessionId: systemIdGenerator.webSocketSessionId(),
            handler: found.handler,
            frames: PUBLIC_SOCKJS_PROFILE.frames,
            rules: PUBLIC_SOCKJS_PROFILE.webSocket,
            scheduler: systemTaskScheduler,
            heartbeatTime: SETTINGS.heartbeatTime,
          }),
        }),
      )
    else found.service.handle(exchange, found.rest)
  })
  return server
}
