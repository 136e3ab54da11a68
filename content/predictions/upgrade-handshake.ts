import type { Prediction } from './prediction.ts'

export const PREDICTIONS: readonly Prediction[] = [
  { name: 'upgrade-handshake/same-key', right: 'yes', provedBy: 'upgrade-handshake/same-key-twice' },
  {
    name: 'upgrade-handshake/unknown-protocol',
    right: 'opens',
    provedBy: 'upgrade-handshake/unknown-protocol-is-left-out',
  },
  {
    name: 'upgrade-handshake/foreign-origin',
    right: 'httpEndpoint',
    provedBy: 'upgrade-handshake/foreign-origin-is-refused',
  },
]
