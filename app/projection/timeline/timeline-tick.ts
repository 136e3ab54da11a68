import type { ClientTag, TraceEvent } from '#trace'

/** A row of the timeline: one a connection's client, one for what happens in the server, one for what somebody did. */
export type TimelineLane = `client:${ClientTag}` | 'server' | 'marks'

/** What a timeline shows of the log: an instant in a lane. Its look is in the traits of the event. */
export interface TimelineTick {
  readonly seq: number
  /** Milliseconds of the lab. */
  readonly at: number
  readonly lane: TimelineLane
  /** Heart-beats, which are folded into pills. */
  readonly folded: boolean
}

const BY_CLIENT: ReadonlySet<TraceEvent['type']> = new Set<TraceEvent['type']>([
  'http.requested',
  'http.responded',
  'websocket.opened',
  'websocket.closed',
  'stomp.frame-decoded',
  'stomp.frame-encoded',
  'stomp.decode-failed',
])

const MARKS: ReadonlySet<TraceEvent['type']> = new Set<TraceEvent['type']>([
  'mark.added',
  'fault.changed',
  'gate.held',
  'gate.released',
  'gate.dropped',
  'gate.expired',
  'config.changed',
  'lab.restarted',
  'kill.commanded',
  'publish.commanded',
])

const HEARTBEATS: ReadonlySet<TraceEvent['type']> = new Set<TraceEvent['type']>([
  'heartbeat.sent',
  'heartbeat.received',
  'heartbeat.late',
  'heartbeat.missed',
])

/** Null: the timeline shows nothing of it. */
export const tickOf = (event: TraceEvent, folded: boolean): TimelineTick | null => {
  const lane = laneOf(event, folded)
  return lane === null ? null : { seq: event.seq, at: event.at, lane, folded: isHeartbeat(event) }
}

const isHeartbeat = (event: TraceEvent): boolean =>
  HEARTBEATS.has(event.type) || (event.type === 'stomp.frame-decoded' && event.frame.command === 'HEARTBEAT')

const laneOf = (event: TraceEvent, folded: boolean): TimelineLane | null => {
  if (MARKS.has(event.type)) return 'marks'
  if (HEARTBEATS.has(event.type)) return event.client === null ? null : `client:${event.client}`
  if (BY_CLIENT.has(event.type)) {
    if (event.client === null) return 'server'
    return folded && event.type !== 'stomp.frame-decoded' ? null : `client:${event.client}`
  }
  return event.type === 'channel.sent' && !folded ? 'server' : null
}
