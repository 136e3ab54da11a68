import type { Prediction } from './prediction.ts'

export const PREDICTIONS: readonly Prediction[] = [
  { name: 'transport-race/half-a-minute', right: 'few', provedBy: 'transport-race/poll-asks-even-then' },
  { name: 'transport-race/six-at-once', right: 'fewer', provedBy: 'transport-race/poll-carries-a-batch' },
]
