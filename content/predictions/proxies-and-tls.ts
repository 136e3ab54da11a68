import type { Prediction } from './prediction.ts'

export const PREDICTIONS: readonly Prediction[] = [
  {
    name: 'proxies-and-tls/what-arrives',
    right: 'server',
    provedBy: 'proxies-and-tls/stripped-upgrade-is-a-plain-get',
  },
  { name: 'proxies-and-tls/a-minute-of-silence', right: 'none', provedBy: 'proxies-and-tls/silence-is-silent' },
]
