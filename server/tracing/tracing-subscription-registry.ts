import type { Subscription, SubscriptionRegistry } from '../broker/subscription-registry.ts'
import type { Tracer } from './tracer.ts'

const STATION = 'simpleBrokerMessageHandler'

/** Sees what the registry stores and forgets, and what it finds. */
export const tracingSubscriptionRegistry = (inner: SubscriptionRegistry, tracer: Tracer): SubscriptionRegistry => {
  const changed = (type: 'broker.subscribed' | 'broker.unsubscribed', changedOne: Subscription): void => {
    const { session, subscription, destination } = changedOne
    tracer.record({ type, station: STATION, session, subscription, destination }, { session })
  }
  return {
    registerSubscription(message) {
      const registration = inner.registerSubscription(message)
      if (registration.kind === 'registered') changed('broker.subscribed', registration.subscription)
      return registration
    },
    unregisterSubscription(message) {
      const unregistration = inner.unregisterSubscription(message)
      if (unregistration.kind === 'unregistered') changed('broker.unsubscribed', unregistration.subscription)
      return unregistration
    },
    unregisterAllSubscriptions(session) {
      const subscriptions = inner.unregisterAllSubscriptions(session)
      for (const subscription of subscriptions) changed('broker.unsubscribed', subscription)
      return subscriptions
    },
    findSubscriptions(message) {
      const found = inner.findSubscriptions(message)
      tracer.record({ type: 'broker.matched', station: STATION, ...found })
      return found
    },
  }
}
