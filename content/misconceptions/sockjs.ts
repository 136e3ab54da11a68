import type { Misconception } from './misconception.ts'

export const MISCONCEPTIONS: readonly Misconception[] = [
  { key: 'info', metBy: { prediction: 'sockjs/info-fails' } },
  { key: 'sockurl', metBy: { prediction: 'sockjs/plain-client' } },
  { key: 'sticky', metBy: { prediction: 'sockjs/two-nodes' } },
  { key: 'xframe', metBy: { experiment: '6.8' } },
  { key: 'webpack', metBy: { experiment: '6.9' } },
  { key: 'global', metBy: { experiment: '6.10' } },
  { key: 'sockneeded', metBy: { experiment: '6.11' } },
]
