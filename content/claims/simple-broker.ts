import type { TraceEvent, TraceEventOf } from '#trace'
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
  textOf,
} from './find.ts'
import { leadsTo } from './leads-to.ts'

type Row = TraceEventOf<'broker.subscribed'>
type Matched = TraceEventOf<'broker.matched'>
type Encoded = TraceEventOf<'stomp.frame-encoded'>
type Events = readonly TraceEvent[]

const BROKER = 'simpleBrokerMessageHandler'

const isMessage = isFrame('MESSAGE')

/** The MESSAGEs that a match led to. */
const copiesOf = (events: Events, matched: Matched): readonly Encoded[] =>
  all(
    events,
    'stomp.frame-encoded',
    (encoded) =>
      isMessage(encoded) && causedBy(events, encoded, 'handler.entered', ({ seq }) => seq === matched.cause) !== null,
  )

/** That a match of a certain kind led to one MESSAGE for each subscription. */
const isCopiedForEach =
  (isWanted: (matched: Matched) => boolean): Claim =>
  (events) => {
    for (const matched of all(events, 'broker.matched', isWanted)) {
      const copies = copiesOf(events, matched)
      if (copies.length === matched.matches.length) return found(copies.at(-1))
    }
    return null
  }

const sessionsOf = ({ matches }: Matched): ReadonlySet<string> => new Set(matches.map(({ session }) => session))

const isSameRow =
  ({ session, subscription }: Row) =>
  (other: { readonly session: string | null; readonly subscription: string }): boolean =>
    other.session === session && other.subscription === subscription

/** That a subscription stands in the table, and a message to a destination passes it by. */
const passesBy =
  (subscribed: string, destination: string): Claim =>
  (events) => {
    for (const row of all(events, 'broker.subscribed', (candidate) => candidate.destination === subscribed)) {
      const later = after(events, row)
      const removed = first(later, 'broker.unsubscribed', isSameRow(row))
      const matched = first(later, 'broker.matched', (candidate) => candidate.destination === destination)
      if (matched === null || (removed !== null && removed.seq < matched.seq)) continue
      if (!matched.matches.some(isSameRow(row))) return matched.seq
    }
    return null
  }

const isMatchedBy =
  (pattern: string, destination: string) =>
  (matched: Matched): boolean =>
    matched.destination === destination && matched.matches.some((match) => match.pattern === pattern)

/** The first MESSAGE that a subscriber hears, from the subscription on. */
const firstHeard = (events: Events, { seq, session, destination }: Row): Encoded | null =>
  first(
    after(events, { seq }),
    'stomp.frame-encoded',
    (encoded) => encoded.session === session && isFrame('MESSAGE', { destination })(encoded),
  )

/** The SUBSCRIBE that made a row. */
const requestOf = (events: Events, row: Row): TraceEventOf<'stomp.frame-decoded'> | null =>
  causedBy(events, row, 'stomp.frame-decoded')

const selectorOf = (events: Events, row: Row): string | undefined =>
  headerOf(requestOf(events, row)?.frame.headers ?? [], 'selector')

export const CLAIMS: Readonly<Record<string, Claim>> = {
  'simple-broker/subscribe-is-a-row': leadsTo(isFrame('SUBSCRIBE'), 'broker.subscribed'),

  'simple-broker/unsubscribe-removes-it': leadsTo(isFrame('UNSUBSCRIBE'), 'broker.unsubscribed'),

  'simple-broker/one-copy-for-each': isCopiedForEach((matched) => sessionsOf(matched).size > 1),

  'simple-broker/two-ids-two-copies': isCopiedForEach(
    (matched) => sessionsOf(matched).size === 1 && matched.matches.length === 2,
  ),

  'simple-broker/two-by-two-is-four': isCopiedForEach(
    (matched) => sessionsOf(matched).size === 2 && matched.matches.length === 4,
  ),

  'simple-broker/first-id-wins': (events) => {
    for (const row of all(events, 'broker.subscribed')) {
      const repeated = firstFrom(
        after(events, row),
        'stomp.frame-decoded',
        ({ session, frame }) =>
          session === row.session &&
          frame.command === 'SUBSCRIBE' &&
          headerOf(frame.headers, 'id') === row.subscription &&
          headerOf(frame.headers, 'destination') !== row.destination,
        'handler.left',
        ({ station }) => station === BROKER,
      )
      const removed = first(after(events, row), 'broker.unsubscribed', isSameRow(row))
      if (repeated !== null && (removed === null || removed.seq > repeated.seq)) return repeated.seq
    }
    return null
  },

  'simple-broker/one-star-is-one-level': passesBy('/topic/*', '/topic/chat/tea'),

  'simple-broker/two-stars-are-everything': (events) =>
    found(first(events, 'broker.matched', isMatchedBy('/topic/**', '/topic/chat/tea'))),

  'simple-broker/overlap-is-several-copies': isCopiedForEach(
    (matched) => sessionsOf(matched).size === 1 && new Set(matched.matches.map(({ pattern }) => pattern)).size > 1,
  ),

  'simple-broker/trailing-slash-is-another': passesBy('/topic/greetings/', '/topic/greetings'),

  'simple-broker/case-matters': passesBy('/topic/Greetings', '/topic/greetings'),

  'simple-broker/pattern-in-send-is-literal': passesBy('/topic/greetings', '/topic/*'),

  'simple-broker/queue-is-only-a-name': isCopiedForEach(
    (matched) => matched.destination === '/queue/jobs' && sessionsOf(matched).size === 3,
  ),

  'simple-broker/ack-is-taken-by-nobody': (events) =>
    found(firstTakenByNobody(events, ({ message }) => message.headers.stompCommand === 'ACK')),

  'simple-broker/nothing-comes-again': (events) => {
    for (const row of all(events, 'broker.subscribed')) {
      if (headerOf(requestOf(events, row)?.frame.headers ?? [], 'ack') !== 'client') continue
      const unacknowledged = firstHeard(events, row)
      const closed = first(after(events, row), 'websocket.closed', ({ session }) => session === row.session)
      if (unacknowledged === null || closed === null) continue
      const again = first(
        after(events, closed),
        'broker.subscribed',
        ({ client, destination }) => client === row.client && destination === row.destination,
      )
      const next = again === null ? null : firstHeard(events, again)
      if (next !== null && textOf(next.frame.body) !== textOf(unacknowledged.frame.body)) return next.seq
    }
    return null
  },

  'simple-broker/only-disconnect-has-a-receipt': (events) =>
    found(
      first(events, 'stomp.frame-encoded', (receipt) => {
        if (!isFrame('RECEIPT')(receipt)) return false
        const disconnect = causedBy(events, receipt, 'stomp.frame-decoded', isFrame('DISCONNECT'))
        const inVain = first(
          events,
          'stomp.frame-decoded',
          ({ seq, session, frame }) =>
            seq < receipt.seq &&
            session === receipt.session &&
            frame.command !== 'DISCONNECT' &&
            headerOf(frame.headers, 'receipt') !== undefined,
        )
        return disconnect !== null && inVain !== null
      }),
    ),

  'simple-broker/headers-travel-along': leadsTo(
    (event) => event.frame.command === 'SEND' && headerOf(event.frame.headers, 'receipt') !== undefined,
    'stomp.frame-encoded',
    (encoded) => isMessage(encoded) && headerOf(encoded.frame.headers, 'receipt') !== undefined,
  ),

  'simple-broker/aborted-is-delivered': (events) => {
    const delivered = firstFrom(
      events,
      'stomp.frame-decoded',
      ({ frame }) => frame.command === 'SEND' && headerOf(frame.headers, 'transaction') !== undefined,
      'stomp.frame-encoded',
      isMessage,
    )
    if (delivered === null) return null
    const transaction = headerOf(delivered.frame.headers, 'transaction') ?? ''
    return found(first(after(events, delivered), 'stomp.frame-decoded', isFrame('ABORT', { transaction })))
  },

  'simple-broker/nothing-is-stored': (events) => {
    for (const left of all(events, 'handler.left', isIgnored(BROKER, 'no-subscribers'))) {
      const missed = causedBy(events, left, 'channel.sent')
      const row = first(
        after(events, left),
        'broker.subscribed',
        ({ destination }) => destination === missed?.message.headers.simpDestination,
      )
      const heard = row === null ? null : firstHeard(events, row)
      if (missed && heard && textOf(heard.frame.body) !== textOf(missed.message.payload)) return heard.seq
    }
    return null
  },

  'simple-broker/rows-end-with-the-session': (events) =>
    found(firstFrom(events, 'websocket.closed', () => true, 'broker.unsubscribed')),

  'simple-broker/sender-hears-itself': (events) =>
    found(
      first(events, 'stomp.frame-encoded', (encoded) => {
        const origin = causedBy(events, encoded, 'stomp.frame-decoded', isFrame('SEND'))
        return isMessage(encoded) && origin?.session === encoded.session
      }),
    ),

  'simple-broker/selector-is-off': (events) => {
    for (const row of all(events, 'broker.subscribed', (candidate) => selectorOf(events, candidate) !== undefined)) {
      const heard = firstHeard(events, row)
      if (heard !== null && headerOf(heard.frame.headers, 'kind') === 'coffee') return heard.seq
    }
    return null
  },

  'simple-broker/selector-can-be-switched-on': (events) => {
    for (const row of all(events, 'broker.subscribed', (candidate) => selectorOf(events, candidate) !== undefined)) {
      const passed = first(
        after(events, row),
        'broker.matched',
        ({ destination, matches }) =>
          destination === row.destination && matches.length > 0 && !matches.some(isSameRow(row)),
      )
      if (passed !== null && firstHeard(events, row) !== null) return passed.seq
    }
    return null
  },
}
