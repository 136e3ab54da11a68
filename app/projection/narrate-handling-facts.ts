import type { BrokerFact, ChannelFact, HandlerFact, TraceEventOf } from '#trace'
import { handlerName } from './handler-name.ts'
import { type NarrateFact, type NarrationOf, whatIs, whoBegan, whoIs } from './narration-context.ts'
import type { Offer } from './offer-index.ts'
import { ignoredSentence } from './reason-sentence.ts'
import { clip, say, sayAbout } from './say.ts'

type HandlingFact = (ChannelFact | HandlerFact | BrokerFact)['type']

const narrateSent: NarrateFact<TraceEventOf<'channel.sent'>> = (event, context) => {
  const { station: channel } = event
  const what = whatIs(event, context)
  if (channel === 'clientOutboundChannel') {
    return say('narration.channel-sent-for', { channel, what, who: whoIs(event) })
  }
  const who = whoBegan(event, context)
  const destination = event.message.headers.simpDestination
  return destination === undefined
    ? sayAbout('narration.channel-sent', who, { channel, what })
    : sayAbout('narration.channel-sent-to', who, { channel, what, destination: clip(destination) })
}

const narrateInterceptor: NarrateFact<TraceEventOf<'interceptor.ran'>> = (event) => {
  const { station: channel, outcome } = event
  const interceptor = clip(event.interceptor, 36)
  switch (outcome.kind) {
    case 'passed':
      return say('narration.interceptor-passed', { interceptor, channel })
    case 'changed':
      return say('narration.interceptor-changed', { interceptor, channel, changes: clip(outcome.what.join(', '), 24) })
    case 'vetoed':
      return say('narration.interceptor-vetoed', { interceptor: clip(interceptor, 24), channel })
    case 'threw':
      return say('narration.interceptor-threw', { interceptor, message: clip(outcome.error.message, 40) })
  }
}

/** The fan is one step: its sentence says who took the message once everybody has answered. */
const narrateOffered: NarrateFact<TraceEventOf<'handler.offered'>> = (event, context) => {
  const { station: channel } = event
  const what = whatIs(event, context)
  const who = whoBegan(event, context)
  const offers = context.indexes.offers.of(event.cause ?? event.seq, context.cursor)
  const count = offers.length
  if (count < 2)
    return sayAbout('narration.offered-to-one', who, { channel, what, handler: handlerName(event.handler) })
  const [taker, ...otherTakers] = offers.filter(isTaken)
  const allAnswered = offers.every((offer) => offer.entered !== null || offer.left !== null)
  if (!allAnswered || otherTakers.length > 0) return sayAbout('narration.offered', who, { channel, what, count })
  return taker === undefined
    ? sayAbout('narration.offered-refused', who, { channel, what, count })
    : sayAbout('narration.offered-taken', who, { channel, what, count, handler: handlerName(taker.handler) })
}

const narrateLeft: NarrateFact<TraceEventOf<'handler.left'>> = (event, context) => {
  const handler = handlerName(event.station)
  switch (event.outcome.kind) {
    case 'handled':
      return say('narration.handler-handled', { handler, what: whatIs(event, context) })
    case 'ignored':
      return ignoredSentence(event.station, event.outcome.reason, context.indexes.configurations.at(event.seq))
    case 'failed':
      return say('narration.handler-failed', { handler, message: clip(event.outcome.error.message, 50) })
  }
}

const narrateReturned: NarrateFact<TraceEventOf<'controller.returned'>> = (event) => {
  const method = javaMethod(event)
  const [destination, ...others] = event.destinations
  if (destination === undefined) return say('narration.controller-returned-nothing', { method })
  return others.length === 0
    ? say('narration.controller-returned', { method, destination: clip(destination, 26) })
    : say('narration.controller-returned-several', { method, count: event.destinations.length })
}

const narrateThrew: NarrateFact<TraceEventOf<'controller.threw'>> = (event) => {
  const method = javaMethod(event)
  const error = clip(event.error.type.slice(event.error.type.lastIndexOf('.') + 1), 26)
  return event.handledBy === null
    ? say('narration.controller-threw-unhandled', { method, error })
    : say('narration.controller-threw', { method: clip(method, 28), error, handledBy: clip(event.handledBy, 20) })
}

const narrateResolved: NarrateFact<TraceEventOf<'user-destination.resolved'>> = (event) => {
  const from = clip(event.from, 26)
  const [target, ...others] = event.targets
  if (target === undefined) return say('narration.user-destination-unresolved', { from })
  return others.length === 0
    ? say('narration.user-destination-resolved', { from, target: clip(target, 34) })
    : say('narration.user-destination-resolved-several', { from, count: event.targets.length })
}

const narrateMatched: NarrateFact<TraceEventOf<'broker.matched'>> = (event) => {
  const destination = clip(event.destination)
  const count = event.matches.length
  if (count === 0) return say('narration.broker-matched-none', { destination })
  return count === 1
    ? say('narration.broker-matched-one', { destination })
    : say('narration.broker-matched', { destination, count })
}

export const HANDLING_NARRATION: NarrationOf<HandlingFact> = {
  'channel.sent': narrateSent,
  'interceptor.ran': narrateInterceptor,
  'handler.offered': narrateOffered,
  'handler.entered': (event, context) =>
    sayAbout('narration.handler-entered', whoBegan(event, context), {
      handler: handlerName(event.station),
      what: whatIs(event, context),
    }),
  'handler.left': narrateLeft,
  'controller.invoked': (event, context) =>
    sayAbout('narration.controller-invoked', whoBegan(event, context), {
      method: javaMethod(event),
      what: whatIs(event, context),
    }),
  'controller.returned': narrateReturned,
  'controller.threw': narrateThrew,
  'user-destination.resolved': narrateResolved,
  'broker.subscribed': (event) =>
    say('narration.broker-subscribed', {
      who: whoIs(event),
      subscription: clip(event.subscription, 16),
      destination: clip(event.destination),
    }),
  'broker.unsubscribed': (event) =>
    say('narration.broker-unsubscribed', {
      who: whoIs(event),
      subscription: clip(event.subscription, 16),
      destination: clip(event.destination),
    }),
  'broker.matched': narrateMatched,
}

/** Taken is what a handler works on, or has worked on, without refusing it. */
function isTaken(offer: Offer): boolean {
  return offer.left === null ? offer.entered !== null : offer.left.outcome.kind !== 'ignored'
}

export function javaMethod(event: { readonly controller: string; readonly method: string }): string {
  return clip(`${event.controller}.${event.method}()`, 42)
}
