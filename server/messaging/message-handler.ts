import type { MaybeSuspended } from '../runtime/executor.ts'
import type { Message } from './message.ts'

/** A Java exception by its class and text: what a learner will search for. */
export interface JavaException {
  readonly type: string
  readonly message: string
}

/** Why a handler let a message pass. */
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

/** What became of a message in a handler; nothing is silent (trace.md rule 3). */
export type HandlerOutcome =
  | { readonly kind: 'handled' }
  | { readonly kind: 'ignored'; readonly reason: IgnoredReason }
  /** An exception left the handler: in Spring it ends in the pool thread, or with the caller (spring.md 1.4.4). */
  | { readonly kind: 'failed'; readonly error: JavaException }

export const HANDLED: HandlerOutcome = { kind: 'handled' }
export const ignored = (reason: IgnoredReason): HandlerOutcome => ({ kind: 'ignored', reason })
export const failed = (error: JavaException): HandlerOutcome => ({ kind: 'failed', error })

/** Bean names of the handlers that subscribe to channels. */
export type HandlerName =
  | 'stompSubProtocolHandler'
  | 'simpAnnotationMethodMessageHandler'
  | 'userDestinationMessageHandler'
  | 'simpleBrokerMessageHandler'
  | 'stompBrokerRelayMessageHandler'

/** Every subscriber of a channel. */
export interface MessageHandler {
  readonly name: HandlerName
  handleMessage(message: Message): MaybeSuspended<HandlerOutcome>
}
