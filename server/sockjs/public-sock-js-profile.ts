import { httpDate } from '../http/http-date.ts'
import { type HttpHeaders, type HttpRequest, headerOf } from '../http/http-exchange.ts'
import { httpResponse } from '../http/http-response.ts'
import { queryParameter } from '../http/query-parameter.ts'
import { frameWrappings } from './frame-wrappings.ts'
import { answerIframe } from './iframe-page.ts'
import { createSockJsFrameCodec } from './sock-js-frame-codec.ts'
import type { SockJsProfile } from './sock-js-profile.ts'
import type { SockJsSettings } from './sock-js-settings.ts'
import { escapeSpecialUnits } from './sockjs-frame.ts'
import { decodeSockJsMessages } from './sockjs-message-codec.ts'

const ONE_YEAR = 31_536_000

const CLIENT_LIBRARY_URL = 'https://cdn.jsdelivr.net/npm/sockjs-client@1/dist/sockjs.min.js'

const PLAIN = ['Content-Type', 'text/plain;charset=UTF-8'] as const

const NO_CACHE: HttpHeaders = [['Cache-Control', 'no-store, no-cache, no-transform, must-revalidate, max-age=0']]

const CALLBACK = /^[a-zA-Z0-9\-_.]+$/
const JSONP_CALLBACK_LENGTH = 32

/** One chunk above 1,024 octets: some browsers show nothing of less. */
const HTML_FILE_HEAD_PADDING = 653

const cached = (now: number): HttpHeaders => [
  ['Cache-Control', `public, max-age=${ONE_YEAR}`],
  ['Expires', httpDate(now + ONE_YEAR * 1000)],
]

const cors = (request: HttpRequest): HttpHeaders => {
  const origin = headerOf(request, 'origin')
  const wanted = headerOf(request, 'access-control-request-headers')
  return [
    ['Access-Control-Allow-Origin', origin ?? '*'],
    ['Vary', 'Origin'],
    ...(origin === null ? [] : [['Access-Control-Allow-Credentials', 'true'] as const]),
    ...(wanted ? [['Access-Control-Allow-Headers', wanted] as const] : []),
  ]
}

/** For load balancers: the client's own session cookie, or any. */
const cookie = (request: HttpRequest, { sessionCookieNeeded }: SockJsSettings): HttpHeaders => {
  if (!sessionCookieNeeded) return []
  const [, known = 'dummy'] = /(?:^|;\s*)JSESSIONID=([^;]*)/.exec(headerOf(request, 'cookie') ?? '') ?? []
  return [['Set-Cookie', `JSESSIONID=${known}; path=/`]]
}

const iframeHtml = (libraryUrl: string): string => `<!DOCTYPE html>
<html>
<head>
  <meta http-equiv="X-UA-Compatible" content="IE=edge" />
  <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
  <script src="${libraryUrl}"></script>
  <script>
    document.domain = document.domain;
    SockJS.bootstrap_iframe();
  </script>
</head>
<body>
  <h2>Don't panic!</h2>
  <p>This is a SockJS hidden iframe. It's used for cross domain magic.</p>
</body>
</html>`

const htmlFileHead = (callback: string): string => `<!doctype html>
<html><head>
  <meta http-equiv="X-UA-Compatible" content="IE=edge" />
  <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
</head><body><h2>Don't panic!</h2>
  <script>
    document.domain = document.domain;
    var c = parent.${callback};
    c.start();
    function p(d) {c.message(d);};
    window.onload = function() {c.stop();};
  </script>
${' '.repeat(HTML_FILE_HEAD_PADDING)}\r\n\r\n`

const quoted = (text: string): string => escapeSpecialUnits(JSON.stringify(text))

/** The answers that the tests of the public SockJS protocol demand, as its reference server gives them (sockjs.md 10). */
export const PUBLIC_SOCKJS_PROFILE: SockJsProfile = {
  sessionPath(path) {
    const [, serverId, sessionId, transport] = /^\/([^/.]+)\/([^/.]+)\/([^/.]+)$/.exec(path) ?? []
    if (serverId === undefined || sessionId === undefined || transport === undefined) return null
    return { serverId, sessionId, transport }
  },
  iframePath: /^\/iframe[0-9a-z.\-_]*\.html$/,
  iframe: (request, { settings }, now) =>
    answerIframe(request, {
      html: iframeHtml(settings.clientLibraryUrl ?? CLIENT_LIBRARY_URL),
      tagPrefix: '',
      headers: cached(now),
    }),
  greeting: () => httpResponse(200, 'Welcome to SockJS!\n', [PLAIN]),
  notFound: httpResponse(404, '404 Error: Page not found\n', [PLAIN]),
  rawWebSocketDisabled: httpResponse(404, '404 Error: Page not found\n', [PLAIN]),
  options: (request, methods, { settings }, now) =>
    httpResponse(204, '', [
      ...cookie(request, settings),
      ...cached(now),
      ...cors(request),
      ['Access-Control-Allow-Methods', methods],
      ['Access-Control-Max-Age', String(ONE_YEAR)],
    ]),
  info: ({ entropy, cookieNeeded, webSocketEnabled }, request) =>
    httpResponse(
      200,
      JSON.stringify({
        websocket: webSocketEnabled,
        origins: ['*:*'],
        cookie_needed: cookieNeeded,
        entropy: entropy >>> 0,
      }),
      [...NO_CACHE, ...cors(request), ['Content-Type', 'application/json;charset=UTF-8']],
    ),
  transportHeaders: (request, { name }, settings) => [
    ...cookie(request, settings),
    ...NO_CACHE,
    // What a page loads as a script or a document needs no permission.
    ...(name === 'jsonp' || name === 'jsonp_send' || name === 'htmlfile' ? [] : cors(request)),
    ...(name === 'jsonp' ? [['X-Content-Type-Options', 'nosniff'] as const] : []),
  ],
  callback(request, transport) {
    const callback = queryParameter(request, 'c') ?? queryParameter(request, 'callback') ?? ''
    if (callback === '') return { kind: 'refused', text: '"callback" parameter required' }
    const isTooLong = transport === 'jsonp' && callback.length > JSONP_CALLBACK_LENGTH
    return CALLBACK.test(callback) && !isTooLong
      ? { kind: 'given', callback }
      : { kind: 'refused', text: 'invalid "callback" parameter' }
  },
  wrappings: frameWrappings({
    eventSourceType: 'text/event-stream',
    // sockjs-client decodes it as a URI's part.
    eventSourceText: (frame) => frame.replaceAll('%', '%25'),
    // Nothing in it may end the script element.
    literal: (frame) => JSON.stringify(frame).slice(1, -1).replaceAll('<', '\\u003c'),
    htmlFileHead,
  }),
  unreadable: {
    empty: 'Payload expected.',
    nothing: 'Payload expected.',
    'not-json': 'Broken JSON encoding.',
    'not-messages': 'Payload expected.',
  },
  frames: createSockJsFrameCodec({
    messages: (messages) => `a[${messages.map(quoted).join(',')}]`,
    close: (code, reason) => `c[${code},${quoted(reason ?? '')}]`,
    decode: decodeSockJsMessages,
  }),
  session: {
    tellsHandlerFirst: false,
    batchesStreams: true,
    preludesRefusals: true,
    farewell: 'own',
    interruption: 'at-once',
    heartbeat: 'fixed-period',
  },
  counted: (_kind, _frame, chunk) => chunk.length,
  forgottenAt: (inactiveSince, delay) => inactiveSince + delay,
  bindsSessionToTransport: false,
  bindsSessionToAddress: false,
  webSocket: {
    tellsHandlerFirst: false,
    closeStatus: () => ({ code: 1000, reason: 'Normal closure' }),
    brokenFraming: { status: { code: 3000, reason: 'Broken framing.' }, tellsClient: false },
  },
}
