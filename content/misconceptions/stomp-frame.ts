import type { Misconception } from './misconception.ts'

export const MISCONCEPTIONS: readonly Misconception[] = [
  { key: 'nul', metBy: { prediction: 'stomp-frame/no-nul' } },
  { key: 'beforeconn', metBy: { prediction: 'stomp-frame/early' } },
  { key: 'clen', metBy: { prediction: 'stomp-frame/content-length' } },
  { key: 'wsvsstomp', metBy: { prediction: 'stomp-frame/three-messages' } },
]
