import type { ChannelStation, HandlerStation } from './station.ts'
import type { TracedMessage, TracedStompFrame } from './traced-message.ts'

/** Why a handler did not take a message that was offered to it. */
export type IgnoredReason =
  | 'destination-prefix'
  | 'no-destination'
  | 'no-mapping'
  | 'wrong-type'
  | 'not-user-destination'
  | 'not-running'
  | 'no-subscribers'
  | 'unresolved-user'
  | 'unknown-session'
  | 'unsupported-version'
  | 'no-subscription-id'
  | 'already-connected'
  | 'before-handle-vetoed'

export interface TracedError {
  /** The Java exception's class, e.g. `java.lang.IllegalArgumentException`. */
  readonly type: string
  readonly message: string
}

export type TracedOutcome =
  | { readonly kind: 'handled' }
  | { readonly kind: 'ignored'; readonly reason: IgnoredReason }
  | { readonly kind: 'failed'; readonly error: TracedError }

export interface SubscriptionRef {
  readonly session: string
  readonly subscription: string
}

export type StompFact =
  | {
      readonly type: 'stomp.frame-decoded' | 'stomp.frame-encoded'
      readonly station: 'stompSubProtocolHandler'
      readonly frame: TracedStompFrame
    }
  | { readonly type: 'stomp.decode-incomplete'; readonly station: 'stompSubProtocolHandler'; readonly waiting: number }
  | {
      readonly type: 'stomp.decode-failed'
      readonly station: 'stompSubProtocolHandler'
      /** Spring's own text. */
      readonly message: string
      readonly offset: number
    }

export type ChannelFact =
  | { readonly type: 'channel.sent'; readonly station: ChannelStation; readonly message: TracedMessage }
  | {
      readonly type: 'interceptor.ran'
      readonly station: ChannelStation
      readonly interceptor: string
      readonly outcome:
        | { readonly kind: 'passed' }
        | { readonly kind: 'changed'; readonly what: readonly string[] }
        | { readonly kind: 'vetoed' }
        | { readonly kind: 'threw'; readonly error: TracedError }
    }
  | {
      readonly type: 'handler.offered'
      readonly station: ChannelStation
      readonly handler: HandlerStation
      /** Which of the message's offers, from 0 in subscription order. */
      readonly index: number
      /** Tasks that waited in the channel's pool before this one. */
      readonly queueLength: number
    }

export type HandlerFact =
  | { readonly type: 'handler.entered'; readonly station: HandlerStation; readonly channel: ChannelStation }
  | {
      readonly type: 'handler.left'
      readonly station: HandlerStation
      readonly channel: ChannelStation
      readonly outcome: TracedOutcome
      /** The Message that failed, where one did. */
      readonly message?: TracedMessage
    }
  | {
      readonly type: 'controller.invoked'
      readonly station: 'simpAnnotationMethodMessageHandler'
      readonly controller: string
      readonly method: string
      readonly mapping: string
      readonly arguments: readonly unknown[]
      readonly converter: string | null
    }
  | {
      readonly type: 'controller.returned'
      readonly station: 'simpAnnotationMethodMessageHandler'
      readonly controller: string
      readonly method: string
      readonly value: unknown
      /** Destinations that the value goes to; empty: it goes nowhere. */
      readonly destinations: readonly string[]
    }
  | {
      readonly type: 'controller.threw'
      readonly station: 'simpAnnotationMethodMessageHandler'
      readonly controller: string
      readonly method: string
      readonly error: TracedError
      /** The `@MessageExceptionHandler` that takes it; null: nobody, it is only logged. */
      readonly handledBy: string | null
    }
  | {
      readonly type: 'user-destination.resolved'
      readonly station: 'userDestinationMessageHandler'
      readonly from: string
      readonly user: string | null
      readonly sessions: readonly string[]
      readonly targets: readonly string[]
      readonly unresolved: string | null
    }

export type BrokerFact =
  | {
      readonly type: 'broker.subscribed' | 'broker.unsubscribed'
      readonly station: 'simpleBrokerMessageHandler'
      readonly session: string
      readonly subscription: string
      readonly destination: string
    }
  | {
      readonly type: 'broker.matched'
      readonly station: 'simpleBrokerMessageHandler'
      readonly destination: string
      readonly matches: readonly (SubscriptionRef & { readonly pattern: string })[]
      readonly examined: number
    }
