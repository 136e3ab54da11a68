import { type HttpHeaders, type HttpRequest, headerOf } from './http-exchange.ts'
import { isCrossOrigin, isOriginAllowed, type OriginRules } from './origin.ts'

export type CorsDecision =
  /** Go on, and add these headers to the answer. */
  | { readonly kind: 'passed'; readonly headers: HttpHeaders }
  /** The answer to a preflight request (Fetch Standard §3.3.4). */
  | { readonly kind: 'preflight'; readonly headers: HttpHeaders }
  | { readonly kind: 'rejected'; readonly headers: HttpHeaders }
  /** Credentials and `*` do not go together: an IllegalArgumentException before anything else (spring.md 5.4.2). */
  | { readonly kind: 'misconfigured' }

const ONE_YEAR = '31536000'

const VARY: HttpHeaders = [
  ['Vary', 'Origin'],
  ['Vary', 'Access-Control-Request-Method'],
  ['Vary', 'Access-Control-Request-Headers'],
]

const preflightHeaders = (request: HttpRequest, method: string): HttpHeaders => {
  const wanted = headerOf(request, 'access-control-request-headers')
  return [
    ['Access-Control-Allow-Methods', method],
    ...(wanted ? [['Access-Control-Allow-Headers', wanted] as const] : []),
    ['Access-Control-Max-Age', ONE_YEAR],
  ]
}

/**
 * Spring MVC's `DefaultCorsProcessor` with the configuration of `AbstractSockJsService`: any method, any header,
 * credentials, one year (spring.md 5.4.2, 5.4.3, 5.7.1).
 */
export const decideCors = (request: HttpRequest, rules: OriginRules): CorsDecision => {
  const origin = headerOf(request, 'origin')
  if (origin === null) return { kind: 'passed', headers: [] }
  if (rules.allowedOrigins.includes('*')) return { kind: 'misconfigured' }
  if (!isCrossOrigin(request)) return { kind: 'passed', headers: VARY }
  if (!isOriginAllowed(request, rules)) return { kind: 'rejected', headers: VARY }
  const headers: HttpHeaders = [
    ...VARY,
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
  ]
  const method = headerOf(request, 'access-control-request-method')
  return request.method === 'OPTIONS' && method !== null
    ? { kind: 'preflight', headers: [...headers, ...preflightHeaders(request, method)] }
    : { kind: 'passed', headers }
}
