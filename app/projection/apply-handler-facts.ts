import type { ChannelStation, TracedOutcome, TraceEvent, TraceEventOf } from '#trace'
import { causingMessage } from './causing-message.ts'
import type { ApplyFact, FoldContext, FoldState } from './fold-state.ts'
import type { OfferState, PoolState } from './lab-state.ts'

export const applyHandlerOffered: ApplyFact<TraceEventOf<'handler.offered'>> = (state, event) => {
  const waiting = withPool(state, event.station, (pool) => ({ ...pool, waiting: pool.waiting + 1 }))
  const sent = event.cause ?? event.seq
  const offer: OfferState = { channel: event.station, sent, handler: event.handler, answer: { kind: 'offered' } }
  const others = state.offers.filter((known) => known.channel !== event.station || known.sent === sent)
  return { ...waiting, offers: [...others, offer] }
}

export const applyHandlerEntered: ApplyFact<TraceEventOf<'handler.entered'>> = (state, event, context) => {
  const answered = withAnswer(state, event, context, { kind: 'entered' })
  const thread = event.thread ?? ''
  return withPool(answered, event.channel, (pool) => ({
    ...pool,
    busy: [...pool.busy.filter((busy) => busy.thread !== thread), { thread, entered: event.seq }],
    waiting: Math.max(0, pool.waiting - 1),
  }))
}

export const applyHandlerLeft: ApplyFact<TraceEventOf<'handler.left'>> = (state, event, context) => {
  const answered = withAnswer(state, event, context, answerOf(event.outcome))
  const neverEntered = event.outcome.kind === 'ignored' && event.outcome.reason === 'before-handle-vetoed'
  return withPool(answered, event.channel, (pool) =>
    neverEntered
      ? { ...pool, waiting: Math.max(0, pool.waiting - 1) }
      : { ...pool, busy: pool.busy.filter((busy) => busy.thread !== event.thread) },
  )
}

export const applyControllerInvoked: ApplyFact<TraceEventOf<'controller.invoked'>> = (state, event, context) => ({
  ...state,
  invoked: {
    mapping: event.mapping,
    controller: event.controller,
    method: event.method,
    message: context.messageOf(event.seq),
  },
})

export const applyUserDestinationResolved: ApplyFact<TraceEventOf<'user-destination.resolved'>> = (state, event) => ({
  ...state,
  rewritten: { from: event.from, targets: event.targets },
})

export const applySubscribed: ApplyFact<TraceEventOf<'broker.subscribed'>> = (state, event) => {
  const { session, subscription, destination } = event
  const client = state.sessions.find((known) => known.id === session)?.client ?? event.client
  const subscriptions = [
    ...state.subscriptions.filter((known) => known.session !== session || known.subscription !== subscription),
    { session, client, subscription, destination },
  ]
  return { ...state, subscriptions }
}

export const applyUnsubscribed: ApplyFact<TraceEventOf<'broker.unsubscribed'>> = (state, event) => ({
  ...state,
  subscriptions: state.subscriptions.filter(
    (known) => known.session !== event.session || known.subscription !== event.subscription,
  ),
})

export const applyMatched: ApplyFact<TraceEventOf<'broker.matched'>> = (state, event) => ({
  ...state,
  matched: {
    destination: event.destination,
    subscriptions: event.matches.map(({ session, subscription }) => ({ session, subscription })),
  },
})

export const applyPublished: ApplyFact<TraceEventOf<'event.published'>> = (state, event) => ({
  ...state,
  published: { name: event.event, client: event.client },
})

function answerOf(outcome: TracedOutcome): OfferState['answer'] {
  switch (outcome.kind) {
    case 'handled':
      return { kind: 'handled' }
    case 'ignored':
      return { kind: 'ignored', reason: outcome.reason }
    case 'failed':
      return { kind: 'failed', message: outcome.error.message }
  }
}

/** Answers for older messages are not shown any more. */
function withAnswer(
  state: FoldState,
  event: TraceEvent,
  context: FoldContext,
  answer: OfferState['answer'],
): FoldState {
  const sent = causingMessage(context.log, event)
  const offers = state.offers.map((offer) =>
    offer.sent === sent && offer.handler === event.station ? { ...offer, answer } : offer,
  )
  return { ...state, offers }
}

/** brokerChannel has no pool: its handlers run on the caller's thread. */
function withPool(state: FoldState, channel: ChannelStation, change: (pool: PoolState) => PoolState): FoldState {
  if (channel === 'brokerChannel') return state
  return { ...state, pools: { ...state.pools, [channel]: change(state.pools[channel]) } }
}
