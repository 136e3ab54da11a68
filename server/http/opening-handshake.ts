import { sha1 } from '@noble/hashes/legacy.js'
import { base64 } from './base64.ts'
import { type HttpHeaders, type HttpRequest, type HttpResponse, headerOf } from './http-exchange.ts'
import { httpResponse } from './http-response.ts'
import { isOriginAllowed, type OriginRules } from './origin.ts'
import { acceptPermessageDeflate } from './permessage-deflate-offer.ts'

export interface HandshakeCheck {
  readonly check:
    | 'handshake-interceptor'
    | 'origin'
    | 'method'
    | 'upgrade'
    | 'connection'
    | 'key'
    | 'version'
    | 'sub-protocol'
  readonly outcome: 'passed' | 'failed'
  /** What was looked at, e.g. the Origin header's value. */
  readonly value: string | null
}

export type HandshakeOutcome =
  | {
      readonly kind: 'accepted'
      readonly subProtocol: string | null
      /** `Sec-WebSocket-Accept` */
      readonly accept: string
      readonly headers: HttpHeaders
    }
  | (HttpResponse & {
      readonly kind: 'refused'
      /** The check that failed. */
      readonly reason: HandshakeCheck['check']
    })

export interface HandshakeDecision {
  /** In Spring's order, up to the first that failed. */
  readonly checks: readonly HandshakeCheck[]
  readonly outcome: HandshakeOutcome
}

export interface HandshakeEndpoint extends OriginRules {
  /** A `HandshakeInterceptor` whose `beforeHandshake` returns false. */
  readonly vetoed: boolean
  /** The container accepts permessage-deflate. Absent: it does not. */
  readonly permessageDeflate?: boolean
}

interface HandshakeRule {
  readonly check: HandshakeCheck['check']
  readonly value: (request: HttpRequest) => string | null
  readonly passes: (request: HttpRequest, endpoint: HandshakeEndpoint) => boolean
  readonly refusal: HttpResponse
}

const encoder = new TextEncoder()

/** RFC 6455 §1.3 */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** What the STOMP handler offers. */
const SUB_PROTOCOLS: ReadonlySet<string> = new Set(['v10.stomp', 'v11.stomp', 'v12.stomp'])

/** All elements of a header that is a comma-separated list. */
const listOf = (request: HttpRequest, name: string): string[] =>
  request.headers
    .filter(([candidate]) => candidate.toLowerCase() === name)
    .flatMap(([, value]) => value.split(',').map((element) => element.trim()))
    .filter((element) => element !== '')

const headerValue = (name: string) => (request: HttpRequest) => headerOf(request, name)

/** spring.md 5.2, steps 1 to 7. */
const RULES: readonly HandshakeRule[] = [
  {
    check: 'handshake-interceptor',
    value: () => null,
    passes: (_request, endpoint) => !endpoint.vetoed,
    // The response is left as it was: a container then says 200.
    refusal: httpResponse(200),
  },
  { check: 'origin', value: headerValue('origin'), passes: isOriginAllowed, refusal: httpResponse(403) },
  {
    check: 'method',
    value: (request) => request.method,
    passes: (request) => request.method === 'GET',
    refusal: httpResponse(405, '', [['Allow', 'GET,CONNECT']]),
  },
  {
    check: 'upgrade',
    value: headerValue('upgrade'),
    passes: (request) => headerOf(request, 'upgrade')?.toLowerCase() === 'websocket',
    refusal: httpResponse(400, 'Can "Upgrade" only to "WebSocket".'),
  },
  {
    check: 'connection',
    value: headerValue('connection'),
    passes: (request) => listOf(request, 'connection').some((option) => option === 'Upgrade' || option === 'upgrade'),
    refusal: httpResponse(400, '"Connection" must be "upgrade".'),
  },
  {
    check: 'key',
    value: headerValue('sec-websocket-key'),
    passes: (request) => headerOf(request, 'sec-websocket-key') !== null,
    refusal: httpResponse(400),
  },
  {
    check: 'version',
    value: headerValue('sec-websocket-version'),
    passes: (request) => headerOf(request, 'sec-websocket-version') === '13',
    refusal: httpResponse(426, '', [['Sec-WebSocket-Version', '13']]),
  },
]

/** RFC 6455 §4.2.2, 5.4 */
const acceptOf = (key: string): string => base64(sha1(encoder.encode(key + GUID)))

const accepted = (request: HttpRequest, endpoint: HandshakeEndpoint): HandshakeOutcome => {
  const accept = acceptOf(headerOf(request, 'sec-websocket-key') ?? '')
  // The first of the client's list that is known; none is no failure (spring.md 5.3).
  const subProtocol =
    listOf(request, 'sec-websocket-protocol').find((name) => SUB_PROTOCOLS.has(name.toLowerCase())) ?? null
  const extensions =
    endpoint.permessageDeflate === true ? acceptPermessageDeflate(listOf(request, 'sec-websocket-extensions')) : null
  const headers: HttpHeaders = [
    ['Upgrade', 'websocket'],
    ['Connection', 'upgrade'],
    ['Sec-WebSocket-Accept', accept],
    ...(subProtocol === null ? [] : [['Sec-WebSocket-Protocol', subProtocol] as const]),
    ...(extensions === null ? [] : [['Sec-WebSocket-Extensions', extensions] as const]),
  ]
  return { kind: 'accepted', subProtocol, accept, headers }
}

/** Whether a request becomes a WebSocket, and why not (spring.md 5.2 to 5.4). */
export const decideOpeningHandshake = (request: HttpRequest, endpoint: HandshakeEndpoint): HandshakeDecision => {
  const checks: HandshakeCheck[] = []
  for (const { check, value, passes, refusal } of RULES) {
    const passed = passes(request, endpoint)
    checks.push({ check, outcome: passed ? 'passed' : 'failed', value: value(request) })
    if (!passed) return { checks, outcome: { ...refusal, kind: 'refused', reason: check } }
  }
  checks.push({ check: 'sub-protocol', outcome: 'passed', value: headerOf(request, 'sec-websocket-protocol') })
  return { checks, outcome: accepted(request, endpoint) }
}
