import { httpDate } from '../http/http-date.ts'
import { type HttpHeaders, headerOf } from '../http/http-exchange.ts'
import { httpResponse } from '../http/http-response.ts'
import { queryParameter } from '../http/query-parameter.ts'
import { CLOSE_STATUS } from '../websocket/close-status.ts'
import { payloadLength } from '../websocket/websocket-message.ts'
import { frameWrappings } from './frame-wrappings.ts'
import { answerIframe } from './iframe-page.ts'
import { javaScriptEscape } from './javascript-escape.ts'
import { SOCKJS_FRAME_CODEC } from './sock-js-frame-codec.ts'
import type { SockJsProfile, SockJsServiceFacts } from './sock-js-profile.ts'

const ONE_YEAR = 31_536_000

const NO_CACHE: HttpHeaders = [['Cache-Control', 'no-store, no-cache, must-revalidate, max-age=0']]

const CLIENT_LIBRARY_URL = 'https://cdn.jsdelivr.net/npm/sockjs-client@1/dist/sockjs.min.js'

const CALLBACK = /^[0-9A-Za-z_.]+$/

const HTML_FILE_HEAD_LENGTH = 1024

const iframeHtml = (libraryUrl: string): string => `<!DOCTYPE html>
<html>
<head>
\t<meta http-equiv="X-UA-Compatible" content="IE=edge" />
\t<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
\t<title>SockJS iframe</title>
\t<script>
\t\tdocument.domain = document.domain;
\t\t_sockjs_onload = function(){SockJS.bootstrap_iframe();};
\t</script>
\t<script src="${libraryUrl}"></script>
</head>
<body>
\t<h2>Don't panic!</h2>
\t<p>This is a SockJS hidden iframe. It's used for cross domain magic.</p>
</body>
</html>`

const htmlFileHead = (callback: string): string => `<!DOCTYPE html>
<html>
<head>
\t<meta http-equiv="X-UA-Compatible" content="IE=edge" />
\t<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
</head>
<body>
\t<h2>Don't panic!</h2>
\t<script>
\t\tdocument.domain = document.domain;
\t\tvar c = parent.${callback};
\t\tc.start();
\t\tfunction p(d) {c.message(d);};
\t\twindow.onload = function() {c.stop();};
\t</script>`

/** Its length is made up before the callback's name takes the place of `%s`. */
const paddedHtmlFileHead = (callback: string): string => {
  const missing = HTML_FILE_HEAD_LENGTH - htmlFileHead('%s').length
  return `${htmlFileHead(callback)}${' '.repeat(missing)}\n`
}

/** spring.md 5.5: not where cross-origin use is restricted. */
const hasIframe = ({ settings, endpoint }: SockJsServiceFacts): boolean =>
  settings.iframe ??
  (endpoint.allowedOriginPatterns.length === 0 &&
    (endpoint.allowedOrigins.length === 0 || endpoint.allowedOrigins.includes('*')))

/** `DefaultSockJsService` of Spring Framework 7. CORS is the business of Spring MVC before it. */
export const SPRING_SOCKJS_PROFILE: SockJsProfile = {
  /** Empty segments do not count, as in Spring's tokenizer. */
  sessionPath(path) {
    const [serverId, sessionId, transport, ...others] = path.split('/').filter((segment) => segment !== '')
    if (serverId === undefined || sessionId === undefined || transport === undefined || others.length > 0) return null
    return serverId.includes('.') || sessionId.includes('.') ? null : { serverId, sessionId, transport }
  },
  /** The last dot is any character, as in Spring. */
  iframePath: /^\/iframe[0-9-.a-z_]*.html$/,
  iframe: (request, service) =>
    hasIframe(service)
      ? answerIframe(request, {
          html: iframeHtml(service.settings.clientLibraryUrl ?? CLIENT_LIBRARY_URL),
          tagPrefix: '0',
          headers: [
            ...(service.endpoint.allowedOrigins.length === 0 ? [['X-Frame-Options', 'SAMEORIGIN'] as const] : []),
            ...NO_CACHE,
          ],
        })
      : null,
  greeting: (request) =>
    headerOf(request, 'upgrade')?.toLowerCase() === 'websocket'
      ? httpResponse(400)
      : httpResponse(200, 'Welcome to SockJS!\n', [['Content-Type', 'text/plain;charset=UTF-8']]),
  notFound: httpResponse(404),
  // Spring answers nothing, which a container takes for 200 (golden.md 14.4).
  rawWebSocketDisabled: httpResponse(200),
  options: (_request, _methods, _service, now) =>
    httpResponse(204, '', [
      ['Cache-Control', `public, max-age=${ONE_YEAR}`],
      ['Expires', httpDate(now + ONE_YEAR * 1000)],
    ]),
  info: ({ entropy, cookieNeeded, webSocketEnabled }) =>
    httpResponse(
      200,
      JSON.stringify({ entropy, origins: ['*:*'], cookie_needed: cookieNeeded, websocket: webSocketEnabled }),
      [...NO_CACHE, ['Content-Type', 'application/json;charset=UTF-8']],
    ),
  transportHeaders: () => NO_CACHE,
  callback(request) {
    const callback = queryParameter(request, 'c') ?? ''
    return CALLBACK.test(callback)
      ? { kind: 'given', callback }
      : { kind: 'refused', text: '"callback" parameter required' }
  },
  wrappings: frameWrappings({
    eventSourceType: 'text/event-stream;charset=UTF-8',
    // Spring leaves `%` as it is, though sockjs-client decodes it (sockjs.md 4).
    eventSourceText: (frame) => frame,
    literal: javaScriptEscape,
    htmlFileHead: paddedHtmlFileHead,
  }),
  unreadable: {
    empty: 'Failed to read message(s)',
    nothing: 'Payload expected.',
    'not-json': 'Failed to read message(s)',
    'not-messages': 'Failed to read message(s)',
  },
  frames: SOCKJS_FRAME_CODEC,
  session: {
    tellsHandlerFirst: true,
    batchesStreams: false,
    preludesRefusals: false,
    farewell: 'go-away',
    interruption: 'when-written-to',
    heartbeat: 'after-silence',
  },
  counted: (kind, frame) => (kind === 'messages' ? payloadLength(frame) + 1 : 0),
  /** A task of the whole service looks once in every delay, from the first session on, for what was inactive longer. */
  forgottenAt: (inactiveSince, delay) => (Math.floor(inactiveSince / Math.max(1, delay)) + 2) * Math.max(1, delay),
  bindsSessionToTransport: true,
  bindsSessionToAddress: true,
  webSocket: {
    tellsHandlerFirst: true,
    closeStatus: (status) => status,
    brokenFraming: { status: CLOSE_STATUS.badData, tellsClient: true },
  },
}
