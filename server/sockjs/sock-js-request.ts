import type { HttpRequest, HttpResponse } from '../http/http-exchange.ts'
import { httpResponse } from '../http/http-response.ts'
import type { IdGenerator } from '../runtime/id-generator.ts'
import type { SockJsInfo, SockJsProfile, SockJsServiceFacts } from './sock-js-profile.ts'
import type { SockJsSettings } from './sock-js-settings.ts'
import { type TransportTypeFacts, transportTypeOf } from './transport-type.ts'

export interface SockJsRequestContext extends SockJsServiceFacts {
  readonly profile: SockJsProfile
  readonly ids: IdGenerator
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
}

export type SockJsRequestDecision =
  /** `info`: what the response says, where it is that of `/info`. */
  | { readonly kind: 'respond'; readonly response: HttpResponse; readonly info?: SockJsInfo }
  /** A WebSocket without SockJS framing. */
  | { readonly kind: 'raw-websocket' }
  | {
      readonly kind: 'session'
      readonly serverId: string
      readonly sessionId: string
      readonly transport: TransportTypeFacts
    }

const respond = (response: HttpResponse): SockJsRequestDecision => ({ kind: 'respond', response })

const refuseMethod = (allowed: string): SockJsRequestDecision => respond(httpResponse(405, '', [['Allow', allowed]]))

/** spring.md 5.5.1 */
const inform = (request: HttpRequest, context: SockJsRequestContext): SockJsRequestDecision => {
  const { profile, settings, ids } = context
  if (request.method === 'OPTIONS')
    return respond(profile.options(request, 'OPTIONS, GET', context, context.wallClock()))
  if (request.method !== 'GET') return refuseMethod('GET,OPTIONS')
  const { sessionCookieNeeded: cookieNeeded, webSocketEnabled } = settings
  const info = { entropy: ids.entropy(), cookieNeeded, webSocketEnabled }
  return { kind: 'respond', response: profile.info(info, request), info }
}

const isEnabled = ({ name }: TransportTypeFacts, settings: SockJsSettings): boolean => {
  if (name === 'websocket') return settings.webSocketEnabled
  return (name !== 'jsonp' && name !== 'jsonp_send') || settings.jsonp === true
}

const ofSession = (request: HttpRequest, path: string, context: SockJsRequestContext): SockJsRequestDecision => {
  const { profile } = context
  const session = profile.sessionPath(path)
  const transport = session && transportTypeOf(session.transport)
  if (!transport || !isEnabled(transport, context.settings)) return respond(profile.notFound)
  const { method, supportsCors } = transport
  if (request.method === 'OPTIONS' && supportsCors)
    return respond(profile.options(request, `OPTIONS, ${method}`, context, context.wallClock()))
  if (request.method !== method) return refuseMethod(supportsCors ? `${method},OPTIONS` : method)
  return { kind: 'session', serverId: session.serverId, sessionId: session.sessionId, transport }
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
  const { profile, settings } = context
  switch (path) {
    case '':
    case '/':
      return respond(profile.greeting(request))
    case '/info':
      return inform(request, context)
    case '/websocket':
      return settings.webSocketEnabled ? { kind: 'raw-websocket' } : respond(profile.rawWebSocketDisabled)
    default:
      if (profile.iframePath.test(path))
        return respond(profile.iframe(request, context, context.wallClock()) ?? profile.notFound)
      return ofSession(request, path, context)
  }
}
