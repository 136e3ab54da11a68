import type { Prediction } from './prediction.ts'

export const PREDICTIONS: readonly Prediction[] = [
  { name: 'sockjs/info-fails', right: 'none', provedBy: 'sockjs/no-ladder-without-info' },
  { name: 'sockjs/plain-client', right: 'bad', provedBy: 'sockjs/endpoint-itself-is-no-socket' },
  { name: 'sockjs/two-nodes', right: 'missing', provedBy: 'sockjs/unknown-session' },
]
