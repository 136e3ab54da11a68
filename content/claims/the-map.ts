import type { ChannelStation, HandlerStation, TraceEvent, TraceEventOf } from '#trace'
import type { Claim } from './claim.ts'
import {
  after,
  all,
  causedBy,
  first,
  firstFrom,
  firstTakenByNobody,
  found,
  headerOf,
  isFrame,
  isIgnored,
  requestPath,
} from './find.ts'
import { leadsTo } from './leads-to.ts'

const CONTROLLERS = 'simpAnnotationMethodMessageHandler'
const USER = 'userDestinationMessageHandler'
const BROKER = 'simpleBrokerMessageHandler'
const HANDLERS: readonly HandlerStation[] = [CONTROLLERS, USER, BROKER]
const GREETINGS = '/topic/greetings'

type Decoded = TraceEventOf<'stomp.frame-decoded'>

const isSend = (destination: string) => isFrame('SEND', { destination })

const isSendBelow =
  (prefix: string) =>
  ({ frame }: Decoded): boolean =>
    frame.command === 'SEND' && (headerOf(frame.headers, 'destination')?.startsWith(prefix) ?? false)

const isEntered =
  (handler: HandlerStation, channel: ChannelStation) =>
  (entered: TraceEventOf<'handler.entered'>): boolean =>
    entered.station === handler && entered.channel === channel

const isSent =
  (channel: ChannelStation, type: string, destination: string) =>
  ({ station, message }: TraceEventOf<'channel.sent'>): boolean =>
    station === channel && message.headers.simpMessageType === type && message.headers.simpDestination === destination

const runsOn = ({ thread }: { readonly thread: string | null }, kind: string): boolean =>
  thread?.startsWith(`${kind}-`) ?? false

/** Whether somebody else's thread brought a message into a channel whose handlers run on the channel's own threads. */
const handsOverToItsThreads =
  (channel: ChannelStation): Claim =>
  (events) =>
    found(
      firstFrom(
        events,
        'channel.sent',
        (sent) => sent.station === channel && !runsOn(sent, channel),
        'handler.entered',
        (entered) => entered.channel === channel && runsOn(entered, channel),
      ),
    )

/** A handler declines what was sent below a prefix. */
const declines = (prefix: string, ...why: Parameters<typeof isIgnored>): Claim =>
  leadsTo(isSendBelow(prefix), 'handler.left', isIgnored(...why))

/** The path of the request that a WebSocket was opened with, without its query. */
const pathOf = (events: readonly TraceEvent[], opened: TraceEventOf<'websocket.opened'>): string => {
  const request = causedBy(events, opened, 'http.requested')
  return request === null ? '' : requestPath(request)
}

/** The endpoint through which each session came in, by its path's first part. */
const endpointsOf = (events: readonly TraceEvent[]): ReadonlyMap<string | null, string | undefined> =>
  new Map(all(events, 'websocket.opened').map((opened) => [opened.session, pathOf(events, opened).split('/')[1]]))

export const CLAIMS: Readonly<Record<string, Claim>> = {
  'the-map/broker-answers-connect': (events) =>
    found(
      firstFrom(
        events,
        'handler.entered',
        isEntered(BROKER, 'clientInboundChannel'),
        'stomp.frame-encoded',
        isFrame('CONNECTED'),
      ),
    ),

  'the-map/inbound-has-threads': handsOverToItsThreads('clientInboundChannel'),

  'the-map/outbound-has-threads': handsOverToItsThreads('clientOutboundChannel'),

  'the-map/broker-channel-has-no-threads': (events) =>
    found(
      first(events, 'handler.entered', (entered) => {
        if (!isEntered(BROKER, 'brokerChannel')(entered)) return false
        const caller = causedBy(events, entered, 'handler.entered', isEntered(CONTROLLERS, 'clientInboundChannel'))
        return caller?.thread === entered.thread
      }),
    ),

  'the-map/everybody-is-asked': (events) => {
    const asked = new Map<number | null, Set<HandlerStation>>()
    return found(
      first(events, 'handler.offered', ({ station, cause, handler }) => {
        if (station !== 'clientInboundChannel') return false
        const handlers = asked.get(cause) ?? new Set()
        asked.set(cause, handlers.add(handler))
        return HANDLERS.every((each) => handlers.has(each))
      }),
    )
  },

  'the-map/send-app-reaches-controller': leadsTo(
    isSend('/app/hello'),
    'controller.invoked',
    ({ mapping }) => mapping === '/hello',
  ),

  'the-map/prefix-is-cut': (events) =>
    found(
      first(events, 'controller.invoked', (invoked) => {
        const frame = causedBy(events, invoked, 'stomp.frame-decoded')?.frame
        return frame !== undefined && headerOf(frame.headers, 'destination') === `/app${invoked.mapping}`
      }),
    ),

  'the-map/broker-declines-app': declines('/app/', BROKER, 'destination-prefix'),

  'the-map/user-handler-declines': declines('/app/', USER, 'not-user-destination'),

  'the-map/answer-goes-to-broker-channel': (events) =>
    found(
      first(
        events,
        'channel.sent',
        (sent) =>
          isSent('brokerChannel', 'MESSAGE', GREETINGS)(sent) &&
          first(
            events,
            'controller.returned',
            ({ cause, destinations }) => cause === sent.cause && destinations.includes(GREETINGS),
          ) !== null,
      ),
    ),

  'the-map/one-message-each': (events) => {
    for (const matched of all(events, 'broker.matched', ({ matches }) => matches.length > 1)) {
      let copies = 0
      const last = first(after(events, matched), 'channel.sent', ({ station, cause }) => {
        if (station === 'clientOutboundChannel' && cause === matched.cause) copies += 1
        return copies === matched.matches.length
      })
      if (last) return last.seq
    }
    return null
  },

  'the-map/topic-bypasses-controllers': (events) =>
    found(
      first(
        events,
        'stomp.frame-encoded',
        (encoded) =>
          isFrame('MESSAGE', { destination: GREETINGS })(encoded) &&
          causedBy(events, encoded, 'stomp.frame-decoded', isSend(GREETINGS)) !== null &&
          causedBy(events, encoded, 'handler.entered', isEntered(BROKER, 'clientInboundChannel')) !== null,
      ),
    ),

  'the-map/nobody-takes': (events) =>
    found(firstTakenByNobody(events, isSent('clientInboundChannel', 'MESSAGE', '/hello'))),

  'the-map/silence-is-no-error': (events) => {
    const ignored = firstTakenByNobody(events, isSent('clientInboundChannel', 'MESSAGE', '/hello'))
    if (ignored === null) return null
    const rest = after(events, ignored)
    const next = first(rest, 'stomp.frame-decoded', ({ session }) => session === ignored.session)
    const error = first(
      rest,
      'stomp.frame-encoded',
      (encoded) => encoded.session === ignored.session && isFrame('ERROR')(encoded),
    )
    return next !== null && (error === null || error.seq > next.seq) ? next.seq : null
  },

  'the-map/prefix-is-cut-once': declines('/app/app/', CONTROLLERS, 'no-mapping'),

  'the-map/apple-is-not-app': declines('/apple/', CONTROLLERS, 'destination-prefix'),

  'the-map/topicality-is-topic': (events) =>
    found(first(events, 'broker.subscribed', ({ destination }) => destination === '/topicality')),

  'the-map/user-is-rewritten': leadsTo(
    isFrame('SUBSCRIBE', { destination: '/user/queue/replies' }),
    'channel.sent',
    ({ station, session, message }) =>
      station === 'brokerChannel' && message.headers.simpDestination === `/queue/replies-user${session}`,
  ),

  'the-map/broker-keeps-rewritten': leadsTo(
    isFrame('SUBSCRIBE', { destination: '/user/queue/replies' }),
    'broker.subscribed',
    ({ session, destination }) => destination === `/queue/replies-user${session}`,
  ),

  'the-map/subscribed-in-vain': (events) => {
    const isSubscribe = isSent('clientInboundChannel', 'SUBSCRIBE', '/app/greetings')
    const ignored = firstTakenByNobody(events, isSubscribe)
    const sent = ignored && causedBy(events, ignored, 'channel.sent', isSubscribe)
    if (!sent) return null
    const { simpSessionId, simpSubscriptionId } = sent.message.headers
    return found(
      first(
        after(events, ignored),
        'broker.matched',
        ({ destination, matches }) =>
          destination === GREETINGS &&
          !matches.some((match) => match.session === simpSessionId && match.subscription === simpSubscriptionId),
      ),
    )
  },

  'the-map/subscribe-mapping-answers-once': leadsTo(
    isFrame('SUBSCRIBE', { destination: '/app/status' }),
    'stomp.frame-encoded',
    isFrame('MESSAGE', { destination: '/app/status' }),
  ),

  'the-map/answer-skips-broker': (events) =>
    found(
      first(
        events,
        'stomp.frame-encoded',
        (encoded) =>
          isFrame('MESSAGE', { destination: '/app/status' })(encoded) &&
          causedBy(events, encoded, 'handler.entered', ({ station }) => station === CONTROLLERS) !== null &&
          causedBy(events, encoded, 'handler.entered', ({ station }) => station === BROKER) === null,
      ),
    ),

  'the-map/endpoint-is-only-the-door': (events) => {
    for (const opened of all(events, 'websocket.opened')) {
      if (!pathOf(events, opened).endsWith('/ws')) continue
      const frame = first(
        after(events, opened),
        'stomp.frame-decoded',
        (decoded) => decoded.session === opened.session && headerOf(decoded.frame.headers, 'destination') !== undefined,
      )
      if (frame) return frame.seq
    }
    return null
  },

  'the-map/endpoints-share-a-broker': (events) => {
    const endpoints = endpointsOf(events)
    return found(
      first(events, 'broker.matched', ({ matches }) => {
        const entered = new Set(matches.map(({ session }) => endpoints.get(session)))
        return entered.has('strict') && entered.has('ws')
      }),
    )
  },

  'the-map/notes-prefix-is-ws': leadsTo(
    isSend('/ws/hello'),
    'controller.invoked',
    ({ mapping }) => mapping === '/hello',
  ),

  'the-map/notes-endpoint': (events) =>
    found(first(events, 'websocket.opened', (opened) => pathOf(events, opened).endsWith('/random-address'))),

  'the-map/overlap-is-taken-twice': (events) => {
    for (const frame of all(events, 'stomp.frame-decoded', isSend('/echo'))) {
      const isFrom = (event: Pick<TraceEvent, 'cause'>): boolean =>
        causedBy(events, event, 'stomp.frame-decoded')?.seq === frame.seq
      const invoked = first(events, 'controller.invoked', isFrom)
      const matched = first(events, 'broker.matched', (m) => m.destination === '/echo' && isFrom(m))
      if (invoked && matched) return Math.max(invoked.seq, matched.seq)
    }
    return null
  },
}
