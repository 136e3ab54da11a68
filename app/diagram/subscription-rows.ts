import type { ClientTag } from '#trace'
import type { SubscriptionState } from '../projection/lab-state.ts'

export interface Subscriber {
  readonly client: ClientTag | null
  readonly session: string
  readonly subscription: string
}

export interface SubscriptionRow {
  readonly destination: string
  readonly subscribers: readonly Subscriber[]
}

/** The broker's registry as a table: a row a destination, in the order of its first subscription. */
export function subscriptionRows(subscriptions: readonly SubscriptionState[]): readonly SubscriptionRow[] {
  const byDestination = new Map<string, Subscriber[]>()
  for (const { destination, client, session, subscription } of subscriptions) {
    const subscribers = byDestination.get(destination) ?? []
    subscribers.push({ client, session, subscription })
    byDestination.set(destination, subscribers)
  }
  return [...byDestination].map(([destination, subscribers]) => ({ destination, subscribers }))
}
