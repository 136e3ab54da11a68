import type { Misconception } from './misconception.ts'

export const MISCONCEPTIONS: readonly Misconception[] = [
  { key: 'prefix', metBy: { prediction: 'the-map/subscribe-app' } },
  { key: 'endpoints', metBy: { prediction: 'the-map/two-endpoints' } },
]
