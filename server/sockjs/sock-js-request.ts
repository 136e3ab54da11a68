import { httpDate } from '../http/http-date.ts'
import { type HttpHeaders, type HttpRequest, type HttpResponse, headerOf } from '../http/http-exchange.ts'
import { httpResponse } from '../http/http-response.ts'
import type { IdGenerator } from '../runtime/id-generator.ts'
import { transportTypeOf } from './transport-type.ts'

export interface SockJsSettings {
  /** Milliseconds. */
  readonly heartbeatTime: number
  readonly sessionCookieNeeded: boolean
  readonly webSocketEnabled: boolean
}

export interface SockJsRequestContext {
  readonly settings: SockJsSettings
  readonly ids: IdGenerator
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
}

/** What `/info` tells a client about the service (spring.md 5.5.1). */
export interface SockJsInfo {
  readonly entropy: number
  readonly cookieNeeded: boolean
  readonly webSocketEnabled: boolean
}

export type SockJsRequestDecision =
  /** `info`: what the response says, where it is that of `/info`. */
  | { readonly kind: 'respond'; readonly response: HttpResponse; readonly info?: SockJsInfo }
  /** A WebSocket without SockJS framing. */
  | { readonly kind: 'raw-websocket' }
  | { readonly kind: 'websocket'; readonly serverId: string; readonly sessionId: string }

const ONE_YEAR = 31_536_000

const NO_CACHE: HttpHeaders = [['Cache-Control', 'no-store, no-cache, must-revalidate, max-age=0']]

const respond = (
  status: number,
  text = '',
  headers: HttpHeaders = [],
): Extract<SockJsRequestDecision, { kind: 'respond' }> => ({
  kind: 'respond',
  response: httpResponse(status, text, headers),
})

const greet = (request: HttpRequest): SockJsRequestDecision =>
  headerOf(request, 'upgrade')?.toLowerCase() === 'websocket'
    ? respond(400)
    : respond(200, 'Welcome to SockJS!\n', [['Content-Type', 'text/plain;charset=UTF-8']])

const answerOptions = ({ wallClock }: SockJsRequestContext): SockJsRequestDecision =>
  respond(204, '', [
    ['Cache-Control', `public, max-age=${ONE_YEAR}`],
    ['Expires', httpDate(wallClock() + ONE_YEAR * 1000)],
  ])

/** spring.md 5.5.1 */
const inform = (request: HttpRequest, context: SockJsRequestContext): SockJsRequestDecision => {
  if (request.method === 'OPTIONS') return answerOptions(context)
  if (request.method !== 'GET') return respond(405, '', [['Allow', 'GET,OPTIONS']])
  const { sessionCookieNeeded: cookieNeeded, webSocketEnabled } = context.settings
  const info = { entropy: context.ids.entropy(), cookieNeeded, webSocketEnabled }
  const body = { entropy: info.entropy, origins: ['*:*'], cookie_needed: cookieNeeded, websocket: webSocketEnabled }
  return {
    ...respond(200, JSON.stringify(body), [...NO_CACHE, ['Content-Type', 'application/json;charset=UTF-8']]),
    info,
  }
}

/** `/{server}/{session}/{transport}`. Empty segments do not count, as in Spring's tokenizer. */
const session = (request: HttpRequest, path: string, context: SockJsRequestContext): SockJsRequestDecision => {
  const [serverId = '', sessionId = '', segment = '', ...others] = path.split('/').filter((part) => part !== '')
  const transport = transportTypeOf(segment)
  const isDisabled = segment === 'websocket' && !context.settings.webSocketEnabled
  const isWellFormed = others.length === 0 && !serverId.includes('.') && !sessionId.includes('.')
  if (!transport || isDisabled || !isWellFormed) return respond(404)
  if (request.method === 'OPTIONS' && transport.supportsCors) return answerOptions(context)
  if (request.method !== transport.method)
    return respond(405, '', [['Allow', transport.supportsCors ? `${transport.method},OPTIONS` : transport.method]])
  return segment === 'websocket' ? { kind: 'websocket', serverId, sessionId } : respond(404)
}

/**
 * What a request to a SockJS service gets (spring.md 5.5, 5.6).
 *
 * @param path what follows the endpoint's path
 */
export const decideSockJsRequest = (
  request: HttpRequest,
  path: string,
  context: SockJsRequestContext,
): SockJsRequestDecision => {
  switch (path) {
    case '':
    case '/':
      return greet(request)
    case '/info':
      return inform(request, context)
    case '/websocket':
      // Where WebSocket is disabled Spring answers nothing, which a container takes for 200 (golden.md 14.4).
      return context.settings.webSocketEnabled ? { kind: 'raw-websocket' } : respond(200)
    default:
      return session(request, path, context)
  }
}
