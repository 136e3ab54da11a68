import type { Prediction } from './prediction.ts'

export const PREDICTIONS: readonly Prediction[] = [
  { name: 'simple-broker/subscribed-twice', right: 'two', provedBy: 'simple-broker/two-ids-two-copies' },
  { name: 'simple-broker/three-workers', right: 'three', provedBy: 'simple-broker/queue-is-only-a-name' },
  { name: 'simple-broker/crash-without-ack', right: 'nothing', provedBy: 'simple-broker/nothing-comes-again' },
  { name: 'simple-broker/receipt', right: 'disconnect', provedBy: 'simple-broker/only-disconnect-has-a-receipt' },
  { name: 'simple-broker/away', right: 'none', provedBy: 'simple-broker/nothing-is-stored' },
]
