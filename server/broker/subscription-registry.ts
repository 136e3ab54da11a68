import type { AntPathMatcher } from '../messaging/ant-path-matcher.ts'
import { firstNativeHeader, type Message } from '../messaging/message.ts'
import { parseSelector, type Selector } from './selector.ts'

export interface Subscription {
  readonly session: string
  readonly subscription: string
  /** As subscribed: perhaps a pattern. */
  readonly destination: string
}

export interface SubscriptionMatch {
  readonly session: string
  readonly subscription: string
  /** The subscription's destination that matched. */
  readonly pattern: string
}

export interface SubscriptionMatches {
  readonly destination: string
  readonly matches: readonly SubscriptionMatch[]
  /** Subscriptions that were looked at; none when the destination's matches were cached. */
  readonly examined: number
}

export type Registration =
  | { readonly kind: 'registered'; readonly subscription: Subscription }
  /** The session has a subscription with this id already, and keeps that one (spring.md 2.2.3). */
  | { readonly kind: 'duplicate'; readonly subscription: Subscription }
  | { readonly kind: 'refused'; readonly reason: 'no-destination' | 'no-subscription-id' }

export type Unregistration =
  | { readonly kind: 'unregistered'; readonly subscription: Subscription }
  | { readonly kind: 'unknown' }

/** Spring's `SubscriptionRegistry`. */
export interface SubscriptionRegistry {
  registerSubscription(message: Message): Registration
  unregisterSubscription(message: Message): Unregistration
  unregisterAllSubscriptions(session: string): readonly Subscription[]
  findSubscriptions(message: Message): SubscriptionMatches
}

interface Registered extends Subscription {
  readonly match: SubscriptionMatch
  readonly isPattern: boolean
  readonly selector: Selector | null
}

export interface SubscriptionRegistryParts {
  readonly pathMatcher: AntPathMatcher
  readonly cacheLimit: number
  /** Null: selectors are off (spring.md 3.12). */
  readonly selectorHeaderName: string | null
}

/** Spring's `DefaultSubscriptionRegistry` with its cache of destinations (spring.md 2.2, 2.3, 3.8–3.12). */
export class DefaultSubscriptionRegistry implements SubscriptionRegistry {
  readonly #parts: SubscriptionRegistryParts
  /** By session and subscription id, in the order of registration. */
  readonly #sessions = new Map<string, Map<string, Registered>>()
  /** Destination to what matches it, oldest first. */
  readonly #cache = new Map<string, readonly Registered[]>()
  #size = 0

  constructor(parts: SubscriptionRegistryParts) {
    this.#parts = parts
  }

  registerSubscription(message: Message): Registration {
    const { simpSessionId: session, simpSubscriptionId: subscription, simpDestination: destination } = message.headers
    if (session === undefined || subscription === undefined) return { kind: 'refused', reason: 'no-subscription-id' }
    if (destination === undefined) return { kind: 'refused', reason: 'no-destination' }
    const registered: Registered = {
      session,
      subscription,
      destination,
      match: { session, subscription, pattern: destination },
      isPattern: this.#parts.pathMatcher.isPattern(destination),
      selector: this.#selectorOf(message),
    }
    const stored = this.#store(registered)
    this.#addToCache(registered)
    return { kind: stored === registered ? 'registered' : 'duplicate', subscription: stored }
  }

  unregisterSubscription(message: Message): Unregistration {
    const { simpSessionId: session = '', simpSubscriptionId: id = '' } = message.headers
    const subscriptions = this.#sessions.get(session)
    const subscription = subscriptions?.get(id)
    if (!subscriptions || !subscription) return { kind: 'unknown' }
    subscriptions.delete(id)
    if (subscriptions.size === 0) this.#sessions.delete(session)
    this.#size--
    this.#removeFromCache((cached) => cached.session === session && cached.subscription === id)
    return { kind: 'unregistered', subscription }
  }

  unregisterAllSubscriptions(session: string): readonly Subscription[] {
    const subscriptions = [...(this.#sessions.get(session)?.values() ?? [])]
    if (subscriptions.length === 0) return subscriptions
    this.#sessions.delete(session)
    this.#size -= subscriptions.length
    this.#removeFromCache((cached) => cached.session === session)
    return subscriptions
  }

  findSubscriptions(message: Message): SubscriptionMatches {
    const destination = message.headers.simpDestination ?? ''
    const cached = this.#cache.get(destination)
    const found = cached ?? this.#computeMatching(destination)
    if (cached === undefined) this.#remember(destination, found)
    const selected = found.filter(({ selector }) => selector === null || selector(message))
    return {
      destination,
      matches: selected.map(({ match }) => match),
      examined: cached === undefined ? this.#size : 0,
    }
  }

  /** @returns what the session has under this id now: the first registration stays */
  #store(registered: Registered): Registered {
    const subscriptions = this.#sessions.get(registered.session) ?? new Map<string, Registered>()
    const first = subscriptions.get(registered.subscription)
    if (first) return first
    this.#sessions.set(registered.session, subscriptions.set(registered.subscription, registered))
    this.#size++
    return registered
  }

  /** A cached destination learns of a second registration of an id too, though the session's store did not. */
  #addToCache(registered: Registered): void {
    for (const [destination, cached] of this.#cache) {
      if (!this.#isMatch(registered, destination)) continue
      const isKnown = cached.some(
        ({ session, subscription }) => session === registered.session && subscription === registered.subscription,
      )
      if (!isKnown) this.#cache.set(destination, [...cached, registered])
    }
  }

  #removeFromCache(isGone: (cached: Registered) => boolean): void {
    for (const [destination, cached] of this.#cache) {
      const kept = cached.filter((registered) => !isGone(registered))
      if (kept.length === 0) this.#cache.delete(destination)
      else if (kept.length < cached.length) this.#cache.set(destination, kept)
    }
  }

  #computeMatching(destination: string): readonly Registered[] {
    return [...this.#sessions.values()].flatMap((subscriptions) =>
      [...subscriptions.values()].filter((registered) => this.#isMatch(registered, destination)),
    )
  }

  #isMatch({ isPattern, destination: subscribed }: Registered, destination: string): boolean {
    return isPattern ? this.#parts.pathMatcher.matches(subscribed, destination) : subscribed === destination
  }

  #remember(destination: string, found: readonly Registered[]): void {
    if (found.length === 0) return
    this.#cache.set(destination, found)
    const oldest = this.#cache.keys().next().value
    if (this.#cache.size > this.#parts.cacheLimit && oldest !== undefined) this.#cache.delete(oldest)
  }

  #selectorOf(message: Message): Selector | null {
    const { selectorHeaderName } = this.#parts
    const text = selectorHeaderName === null ? undefined : firstNativeHeader(message, selectorHeaderName)
    return text === undefined ? null : parseSelector(text)
  }
}
