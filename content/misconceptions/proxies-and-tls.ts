import type { Misconception } from './misconception.ts'

export const MISCONCEPTIONS: readonly Misconception[] = [
  { key: 'upgrade', metBy: { prediction: 'proxies-and-tls/what-arrives' } },
  { key: 'idle60', metBy: { prediction: 'proxies-and-tls/a-minute-of-silence' } },
  { key: 'mixed', metBy: { experiment: '5.5' } },
  { key: 'scg', metBy: { experiment: '5.7' } },
]
