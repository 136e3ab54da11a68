import type { TracedStompFrame } from './traced-message.ts'

/** Milliseconds, as CONNECT or CONNECTED says of its sender: what it can send, and what it wants to hear. 0: nothing. */
export type HeartbeatPair = readonly [outgoing: number, incoming: number]

/** Of a repeated header the first counts; none, or one without a comma, is `0,0` (spring.md 2.1.4). */
export const heartbeatPair = ({ headers }: Pick<TracedStompFrame, 'headers'>): HeartbeatPair => {
  const [outgoing, incoming] = (headers.find(([name]) => name === 'heart-beat')?.[1] ?? '').split(',').map(Number)
  return incoming === undefined ? [0, 0] : [outgoing || 0, incoming || 0]
}
