import { sha1 } from '@noble/hashes/legacy.js'
import type { TraceEvent, TraceEventOf } from '#trace'
import type { Claim } from './claim.ts'
import { after, all, causedBy, first, firstFrom, found, httpHeaderOf, isFrame, isOfSession, textOf } from './find.ts'

type Decided = TraceEventOf<'handshake.decided'>
type Check = Decided['checks'][number]

const encoder = new TextEncoder()

/** RFC 6455 §1.3 */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** RFC 6455 §4.2.2, 5.4 */
const acceptOf = (key: string): string => btoa(String.fromCharCode(...sha1(encoder.encode(key + GUID))))

const isUpgrade = ({ method, headers }: TraceEventOf<'http.requested'>): boolean =>
  method === 'GET' && httpHeaderOf(headers, 'upgrade')?.toLowerCase() === 'websocket'

/** The sub-protocols that the client offered, in its order. */
const offeredIn = ({ checks }: Decided): readonly string[] =>
  checks
    .find(({ check }) => check === 'sub-protocol')
    ?.value?.split(',')
    .map((name) => name.trim()) ?? []

const hasFailed =
  (check: Check['check'], status: number) =>
  (decided: Decided): boolean =>
    decided.status === status && decided.checks.some((each) => each.check === check && each.outcome === 'failed')

/** The answer to a handshake that failed at a check. */
const isRefused =
  (
    check: Check['check'],
    status: number,
    isAnswer: (responded: TraceEventOf<'http.responded'>) => boolean = () => true,
  ): Claim =>
  (events) =>
    found(firstFrom(events, 'handshake.decided', hasFailed(check, status), 'http.responded', isAnswer))

const hasBody =
  (text: string) =>
  ({ body }: TraceEventOf<'http.responded'>): boolean =>
    textOf(body) === text

const isOpenedWith =
  (events: readonly TraceEvent[], test: (decided: Decided) => boolean) =>
  (opened: TraceEventOf<'websocket.opened'>): boolean =>
    causedBy(events, opened, 'handshake.decided', test) !== null

export const CLAIMS: Readonly<Record<string, Claim>> = {
  'upgrade-handshake/is-http-get': (events) =>
    found(firstFrom(events, 'http.requested', isUpgrade, 'handshake.decided')),

  'upgrade-handshake/answer-is-101': (events) =>
    found(firstFrom(events, 'http.requested', isUpgrade, 'http.responded', ({ status }) => status === 101)),

  'upgrade-handshake/accept-is-made-from-key': (events) =>
    found(first(events, 'handshake.decided', ({ key, accept }) => key !== null && accept === acceptOf(key))),

  'upgrade-handshake/frames-follow': (events) => {
    for (const opened of all(
      events,
      'websocket.opened',
      isOpenedWith(events, ({ status }) => status === 101),
    )) {
      const frame = first(after(events, opened), 'websocket.frame-received', isOfSession(opened.session))
      if (frame) return frame.seq
    }
    return null
  },

  'upgrade-handshake/same-key-twice': (events) => {
    const keys = new Set<string | null>()
    return found(
      first(events, 'handshake.decided', ({ accepted, key }) => {
        if (!accepted) return false
        if (keys.has(key)) return true
        keys.add(key)
        return false
      }),
    )
  },

  'upgrade-handshake/first-of-the-list': (events) =>
    found(
      first(events, 'handshake.decided', (decided) => {
        const [chosen, ...others] = offeredIn(decided)
        return decided.subProtocol === chosen && chosen !== undefined && others.some((other) => other > chosen)
      }),
    ),

  'upgrade-handshake/unknown-protocol-is-left-out': (events) =>
    found(
      first(
        events,
        'handshake.decided',
        (decided) => decided.accepted && decided.subProtocol === null && offeredIn(decided).length > 0,
      ),
    ),

  'upgrade-handshake/stomp-without-protocol': (events) => {
    const isWithout = ({ subProtocol }: Decided): boolean => subProtocol === null
    for (const opened of all(events, 'websocket.opened', isOpenedWith(events, isWithout))) {
      const connected = first(
        after(events, opened),
        'stomp.frame-encoded',
        (encoded) => isOfSession(opened.session)(encoded) && isFrame('CONNECTED')(encoded),
      )
      if (connected) return connected.seq
    }
    return null
  },

  'upgrade-handshake/extension-is-declined': (events) =>
    found(
      firstFrom(
        events,
        'http.requested',
        ({ headers }) => httpHeaderOf(headers, 'sec-websocket-extensions') !== undefined,
        'http.responded',
        ({ status, headers }) => status === 101 && httpHeaderOf(headers, 'sec-websocket-extensions') === undefined,
      ),
    ),

  'upgrade-handshake/needs-get': isRefused('method', 405),

  'upgrade-handshake/needs-upgrade': isRefused('upgrade', 400, hasBody('Can "Upgrade" only to "WebSocket".')),

  'upgrade-handshake/needs-connection': isRefused('connection', 400, hasBody('"Connection" must be "upgrade".')),

  'upgrade-handshake/needs-key': isRefused('key', 400),

  'upgrade-handshake/needs-version': isRefused(
    'version',
    426,
    ({ headers }) => httpHeaderOf(headers, 'sec-websocket-version') === '13',
  ),

  'upgrade-handshake/foreign-origin-is-refused': isRefused('origin', 403, ({ session }) => session === null),

  'upgrade-handshake/open-endpoint-takes-anybody': (events) =>
    found(
      firstFrom(
        events,
        'http.requested',
        ({ headers }) => httpHeaderOf(headers, 'origin') === 'https://evil.example',
        'websocket.opened',
      ),
    ),

  'upgrade-handshake/veto-answers-200': isRefused('handshake-interceptor', 200, hasBody('')),
}
