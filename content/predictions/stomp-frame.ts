import type { Prediction } from './prediction.ts'

export const PREDICTIONS: readonly Prediction[] = [
  { name: 'stomp-frame/early', right: 'error', provedBy: 'stomp-frame/early-is-refused' },
  { name: 'stomp-frame/no-nul', right: 'waits', provedBy: 'stomp-frame/waits-for-nul' },
  { name: 'stomp-frame/content-length', right: 'fifteen', provedBy: 'stomp-frame/length-counts-octets' },
  { name: 'stomp-frame/three-messages', right: 'one', provedBy: 'stomp-frame/three-make-one' },
]
