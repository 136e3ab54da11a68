import type { Prediction } from './prediction.ts'

export const PREDICTIONS: readonly Prediction[] = [
  {
    name: 'the-map/who-takes-topic',
    right: 'simpleBrokerMessageHandler',
    provedBy: 'the-map/topic-bypasses-controllers',
  },
  { name: 'the-map/subscribe-app', right: 'nothing', provedBy: 'the-map/subscribed-in-vain' },
  { name: 'the-map/two-endpoints', right: 'both', provedBy: 'the-map/endpoints-share-a-broker' },
]
