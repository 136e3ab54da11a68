import type { TraceEvent, TraceEventOf } from '#trace'
import type { Claim } from './claim.ts'
import { after, all, causedBy, first, firstFrom, found, isFrame, isOfSession, requestPath, textOf } from './find.ts'
import { leadsTo } from './leads-to.ts'

type Requested = TraceEventOf<'http.requested'>

const isRequest =
  (method: string, path: string) =>
  (request: Requested): boolean =>
    request.method === method && requestPath(request) === path

/** Empty answers to one who polls, before somebody calls it asking in vain. */
const IN_VAIN = 3

interface Poll {
  readonly answer: TraceEventOf<'http.responded'>
  /** Who asked. */
  readonly by: string
  readonly isEmpty: boolean
}

/** Answers to those who poll, in order. */
const polls = (events: readonly TraceEvent[]): readonly Poll[] =>
  all(events, 'http.responded').flatMap((answer) => {
    const request = causedBy(events, answer, 'http.requested', isRequest('GET', '/messages'))
    const by = /[?&]by=(\w+)/.exec(request?.path ?? '')?.[1]
    return by === undefined ? [] : [{ answer, by, isEmpty: textOf(answer.body) === '[]' }]
  })

/** For each who polls, the first answer that has the news. */
const newsOf = (events: readonly TraceEvent[]): readonly Poll[] => {
  const said = first(events, 'http.requested', isRequest('POST', '/messages'))
  const full = said === null ? [] : polls(after(events, said)).filter(({ isEmpty }) => !isEmpty)
  return full.filter(({ by }, index) => full.findIndex((one) => one.by === by) === index)
}

/** Messages that a session must exchange before its one handshake is worth a remark. */
const SEVERAL = 3

export const CLAIMS: Readonly<Record<string, Claim>> = {
  'why-not-http/one-request-one-response': (events) =>
    found(firstFrom(events, 'http.requested', () => true, 'http.responded')),

  'why-not-http/address-chooses-code': (events) =>
    found(firstFrom(events, 'http.requested', isRequest('POST', '/announce'), 'http-controller.invoked')),

  'why-not-http/verb-is-part-of-it': (events) =>
    found(
      firstFrom(
        events,
        'http.requested',
        isRequest('GET', '/announce'),
        'http.responded',
        ({ status }) => status === 405,
      ),
    ),

  'why-not-http/most-answers-are-empty': (events) => {
    const empty = polls(events).filter(({ isEmpty }) => isEmpty)
    const inVain = empty.find(
      ({ by }, index) => empty.slice(0, index + 1).filter((one) => one.by === by).length === IN_VAIN,
    )
    return found(inVain?.answer)
  },

  'why-not-http/news-waits-for-a-question': (events) => found(newsOf(events)[0]?.answer),

  'why-not-http/asking-often-waits-less': (events) => {
    const [sooner, later] = newsOf(events)
    if (sooner === undefined || later === undefined) return null
    const questionsOf = ({ by }: Poll) => polls(events).filter((one) => one.by === by).length
    return questionsOf(sooner) > questionsOf(later) ? later.answer.seq : null
  },

  'why-not-http/one-handshake': (events) => {
    for (const opened of all(events, 'websocket.opened')) {
      if (causedBy(events, opened, 'http.requested') === null) continue
      const later = after(events, opened).filter(isOfSession(opened.session))
      const received = all(later, 'websocket.frame-received')
      const last = received[SEVERAL - 1]
      const requested = first(later, 'http.requested')
      const sent = first(later, 'websocket.frame-sent')
      if (last && sent && (requested === null || requested.seq > last.seq)) return last.seq
    }
    return null
  },

  'why-not-http/server-speaks-unasked': (events) =>
    found(firstFrom(events, 'http.requested', ({ method }) => method === 'POST', 'websocket.frame-sent')),

  'why-not-http/message-has-no-response': (events) => {
    for (const send of all(events, 'stomp.frame-decoded', isFrame('SEND'))) {
      const next = after(events, send).find(
        (event) =>
          event.session === send.session &&
          (event.type === 'websocket.frame-sent' || event.type === 'websocket.frame-received'),
      )
      if (next?.type === 'websocket.frame-received') return next.seq
    }
    return null
  },

  'why-not-http/both-may-speak': (events) => {
    for (const sent of all(events, 'websocket.frame-sent', (candidate) => candidate.session !== null)) {
      const isAnswer = causedBy(events, sent, 'websocket.frame-received', isOfSession(sent.session)) !== null
      const isBeforeIt = ({ seq, session }: TraceEvent) => seq < sent.seq && session === sent.session
      const isGreeted = first(events, 'websocket.frame-received', isBeforeIt) !== null
      const next = first(after(events, sent), 'websocket.frame-received', isOfSession(sent.session))
      if (!isAnswer && isGreeted && next !== null) return next.seq
    }
    return null
  },

  'why-not-http/frame-gives-meaning': leadsTo(
    (event) => isFrame('SEND')(event) && textOf(event.frame.body) === '{"x":1}',
    'stomp.frame-encoded',
    isFrame('MESSAGE'),
  ),

  'why-not-http/text-alone-means-nothing': (events) =>
    found(firstFrom(events, 'websocket.frame-received', ({ opcode }) => opcode === 'text', 'stomp.decode-incomplete')),

  'why-not-http/loss-is-an-event': (events) =>
    found(
      firstFrom(
        events,
        'websocket.closed',
        ({ clean }) => !clean,
        'event.published',
        ({ event }) => event === 'SessionDisconnectEvent',
      ),
    ),

  'why-not-http/server-forgets-the-session': (events) =>
    found(firstFrom(events, 'websocket.closed', () => true, 'broker.unsubscribed')),
}
