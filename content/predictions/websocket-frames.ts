import type { Prediction } from './prediction.ts'

export const PREDICTIONS: readonly Prediction[] = [
  { name: 'websocket-frames/unmasked', right: 'closed', provedBy: 'websocket-frames/unmasked-is-1002' },
  { name: 'websocket-frames/too-big', right: 'closed', provedBy: 'websocket-frames/too-big-is-1009' },
  { name: 'websocket-frames/killed', right: 'nothing', provedBy: 'websocket-frames/nobody-sent-1006' },
]
