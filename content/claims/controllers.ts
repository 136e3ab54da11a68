import type { TraceEvent, TraceEventOf } from '#trace'
import type { Claim } from './claim.ts'
import { after, all, causedBy, first, firstTakenByNobody, found, headerOf, isFrame, isIgnored, textOf } from './find.ts'
import { leadsTo } from './leads-to.ts'

type DecodedFrame = TraceEventOf<'stomp.frame-decoded'>

const CONTROLLERS = 'simpAnnotationMethodMessageHandler'

const isSend = (destination: string, headers: Readonly<Record<string, string>> = {}) =>
  isFrame('SEND', { destination, ...headers })

const isSubscribe = (destination: string) => isFrame('SUBSCRIBE', { destination })

const isSendWithoutType =
  (destination: string) =>
  (event: DecodedFrame): boolean =>
    isSend(destination)(event) && headerOf(event.frame.headers, 'content-type') === undefined

const isBodyOf = (event: DecodedFrame, start: string): boolean => textOf(event.frame.body).startsWith(start)

const isMapping =
  (mapping: string) =>
  (event: TraceEventOf<'controller.invoked'>): boolean =>
    event.mapping === mapping

const isNotMapped = isIgnored(CONTROLLERS, 'no-mapping')

/** That a `SEND` finds no method. */
const findsNothing = (destination: string): Claim => leadsTo(isSend(destination), 'handler.left', isNotMapped)

const goesTo =
  (...destinations: readonly string[]) =>
  (returned: TraceEventOf<'controller.returned'>): boolean =>
    returned.destinations.join() === destinations.join()

const isOnBrokerChannel = ({ station }: TraceEventOf<'channel.sent'>): boolean => station === 'brokerChannel'

/** That what a `SEND` there leads to is written as that type. */
const isWrittenAs = (destination: string, contentType: string): Claim =>
  leadsTo(
    isSend(destination),
    'channel.sent',
    (sent) => isOnBrokerChannel(sent) && sent.message.headers.contentType === contentType,
  )

/** What the client of a session writes and hears. */
const isOnTheWire = ({ type }: TraceEvent): boolean =>
  type === 'stomp.frame-decoded' || type === 'stomp.frame-encoded' || type === 'websocket.closed'

/** That matching subscriptions are found for what a frame led to, and none of them is of the session that sent it. */
const missesItsSender =
  (isOrigin: (frame: DecodedFrame) => boolean): Claim =>
  (events) =>
    found(
      first(events, 'broker.matched', (matched) => {
        const origin = causedBy(events, matched, 'stomp.frame-decoded', isOrigin)
        return (
          origin !== null &&
          matched.matches.length > 0 &&
          matched.matches.every(({ session }) => session !== origin.session)
        )
      }),
    )

export const CLAIMS: Readonly<Record<string, Claim>> = {
  'controllers/mapping-begins-after-prefix': leadsTo(isSend('/app/hello'), 'controller.invoked', isMapping('/hello')),

  'controllers/subscribe-does-not-run-message-mapping': leadsTo(isSubscribe('/app/hello'), 'handler.left', isNotMapped),

  'controllers/star-is-one-segment': (events) => {
    const taken = leadsTo(isSend('/app/wide/tea/end'), 'controller.invoked', isMapping('/wide/*/end'))(events)
    const left = findsNothing('/app/wide/tea/cup/end')(events)
    return taken === null || left === null ? null : Math.max(taken, left)
  },

  'controllers/two-stars-are-the-rest': leadsTo(
    isSend('/app/deep/down/below'),
    'controller.invoked',
    isMapping('/deep/**'),
  ),

  'controllers/most-specific-wins': leadsTo(
    isSend('/app/deep/special'),
    'controller.invoked',
    isMapping('/deep/special'),
  ),

  'controllers/trailing-slash-is-another': findsNothing('/app/hello/'),

  'controllers/variable-is-bound': leadsTo(
    isSend('/app/chat/tea'),
    'controller.invoked',
    (invoked) => isMapping('/chat/{room}')(invoked) && invoked.arguments[0] === 'tea',
  ),

  'controllers/variable-in-send-to': leadsTo(isSend('/app/chat/tea'), 'controller.returned', goesTo('/topic/chat/tea')),

  'controllers/class-mapping-comes-first': leadsTo(
    isSend('/app/room/42/say'),
    'controller.invoked',
    isMapping('/room/{id}/say'),
  ),

  'controllers/header-is-an-argument': (events) =>
    found(
      first(events, 'controller.invoked', (invoked) => {
        const origin = causedBy(events, invoked, 'stomp.frame-decoded', isSend('/app/headers'))
        return origin !== null && invoked.arguments[0] === headerOf(origin.frame.headers, 'x-trace')
      }),
    ),

  'controllers/missing-header-throws': leadsTo(
    (event) => isSend('/app/headers')(event) && headerOf(event.frame.headers, 'x-trace') === undefined,
    'controller.threw',
  ),

  'controllers/json-is-assumed': leadsTo(
    isSendWithoutType('/app/hello'),
    'controller.invoked',
    ({ converter }) => converter === 'JacksonJsonMessageConverter',
  ),

  'controllers/text-is-not-json': leadsTo(
    isSend('/app/hello', { 'content-type': 'text/plain' }),
    'controller.threw',
    ({ error }) => error.message.startsWith('Cannot convert'),
  ),

  'controllers/string-without-type-as-it-stands': (events) =>
    found(
      first(events, 'controller.invoked', (invoked) => {
        const origin = causedBy(events, invoked, 'stomp.frame-decoded', isSendWithoutType('/app/echo'))
        return origin !== null && invoked.arguments[0] === textOf(origin.frame.body)
      }),
    ),

  'controllers/json-object-is-no-string': leadsTo(
    (event) => isSend('/app/echo', { 'content-type': 'application/json' })(event) && isBodyOf(event, '{'),
    'controller.threw',
    ({ error }) => error.message.startsWith('Could not read JSON'),
  ),

  'controllers/json-twice-is-a-string': leadsTo(
    (event) => isSend('/app/hello')(event) && isBodyOf(event, '"{'),
    'controller.threw',
    ({ error }) => error.message.includes('from String value'),
  ),

  'controllers/exception-is-only-logged': (events) => {
    for (const threw of all(events, 'controller.threw', ({ handledBy }) => handledBy === null)) {
      const next = after(events, threw).find((event) => event.session === threw.session && isOnTheWire(event))
      if (next?.type === 'stomp.frame-decoded') return next.seq
    }
    return null
  },

  'controllers/return-value-goes-to-broker': leadsTo(
    isSend('/app/hello'),
    'channel.sent',
    (sent) => isOnBrokerChannel(sent) && sent.message.headers.simpDestination === '/topic/greetings',
  ),

  'controllers/answer-without-the-asker': missesItsSender(isSend('/app/hello')),

  'controllers/send-to-names-it': leadsTo(isSend('/app/hello'), 'controller.returned', goesTo('/topic/greetings')),

  'controllers/default-destination': leadsTo(isSend('/app/ping'), 'controller.returned', goesTo('/topic/ping')),

  'controllers/two-destinations-two-messages': (events) => {
    for (const returned of all(events, 'controller.returned', goesTo('/topic/one', '/topic/two'))) {
      const [, second] = all(events, 'channel.sent', (sent) => isOnBrokerChannel(sent) && sent.cause === returned.cause)
      if (second) return second.seq
    }
    return null
  },

  'controllers/string-goes-as-text': isWrittenAs('/app/ping', 'text/plain;charset=UTF-8'),

  'controllers/object-goes-as-json': isWrittenAs('/app/hello', 'application/json'),

  'controllers/null-sends-nothing': leadsTo(isFrame('SEND'), 'controller.returned', goesTo()),

  'controllers/subscribe-mapping-answers-directly': (events) =>
    found(
      first(events, 'stomp.frame-encoded', (answer) => {
        const origin = causedBy(events, answer, 'stomp.frame-decoded', isSubscribe('/app/status'))
        return (
          origin !== null &&
          headerOf(answer.frame.headers, 'subscription') === headerOf(origin.frame.headers, 'id') &&
          causedBy(events, answer, 'channel.sent', isOnBrokerChannel) === null
        )
      }),
    ),

  'controllers/subscription-to-app-is-not-kept': leadsTo(
    isSubscribe('/app/status'),
    'handler.left',
    isIgnored('simpleBrokerMessageHandler', 'destination-prefix'),
  ),

  'controllers/nobody-takes-a-publication-to-app': (events) =>
    found(
      firstTakenByNobody(
        events,
        (sent) => isOnBrokerChannel(sent) && sent.message.headers.simpDestination === '/app/status',
      ),
    ),

  'controllers/send-to-overrides-direct-answer': missesItsSender(isSubscribe('/app/status-everyone')),

  'controllers/wildcard-runs-nothing': leadsTo(isSubscribe('/app/*'), 'handler.left', isNotMapped),
}
