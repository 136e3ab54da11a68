import type { Misconception } from './misconception.ts'

export const MISCONCEPTIONS: readonly Misconception[] = [
  { key: 'p1006', metBy: { prediction: 'websocket-frames/killed' } },
  { key: 'keymask', metBy: { experiment: '4.1' } },
]
