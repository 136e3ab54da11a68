import type { Misconception } from './misconception.ts'

export const MISCONCEPTIONS: readonly Misconception[] = [
  { key: 'twice', metBy: { prediction: 'simple-broker/subscribed-twice' } },
  { key: 'offline', metBy: { prediction: 'simple-broker/away' } },
  { key: 'ack', metBy: { prediction: 'simple-broker/crash-without-ack' } },
  { key: 'receipt', metBy: { prediction: 'simple-broker/receipt' } },
  { key: 'echo', metBy: { experiment: '10.8' } },
]
