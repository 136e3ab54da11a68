import type { Misconception } from './misconception.ts'

export const MISCONCEPTIONS: readonly Misconception[] = [
  { key: 'subproto', metBy: { prediction: 'upgrade-handshake/unknown-protocol' } },
  { key: 'h2', metBy: { experiment: '3.7' } },
]
