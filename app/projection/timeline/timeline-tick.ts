import type { ClientTag, Station, TraceEvent } from '#trace'
import type { MessageTraits } from '../traits-index.ts'

/**
 * A row of the timeline: one a connection's client, one for what happens in the server, which opens into one a channel
 * and handler, one for faults and markers.
 */
export type TimelineLane = `client:${ClientTag}` | 'server' | `server:${Station}` | 'marks'

/** Kinds lie apart in a lane: no error is lost in a crowd, and heart-beats fold into pills. */
export type TickKind = 'event' | 'error' | 'heart-beat'

/** What a timeline shows of the log: an instant in one lane or more. Its look is in the traits of the event. */
export interface TimelineTick {
  readonly seq: number
  /** Milliseconds of the lab. */
  readonly at: number
  readonly kind: TickKind
  readonly lanes: readonly TimelineLane[]
  /** It crossed the network or somebody did it; what happens in the server to a frame is not one more. */
  readonly counts: boolean
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

const BEATS: ReadonlySet<TraceEvent['type']> = new Set<TraceEvent['type']>(['heartbeat.sent', 'heartbeat.received'])

const MISSING_BEATS: ReadonlySet<TraceEvent['type']> = new Set<TraceEvent['type']>([
  'heartbeat.late',
  'heartbeat.missed',
])

const NONE: readonly TimelineLane[] = []
const MARKS: readonly TimelineLane[] = ['marks']

/**
 * Null: the timeline shows nothing of it.
 *
 * @param marked it is a marker
 */
export const tickOf = (event: TraceEvent, traits: MessageTraits | null, marked: boolean): TimelineTick | null => {
  const own = lanesOf(event, traits?.folded ?? false)
  const lanes = marked ? [...own, ...MARKS] : own
  if (lanes.length === 0) return null
  const counts = marked || own.some((lane) => lane.startsWith('client:')) || event.type === 'publish.commanded'
  return { seq: event.seq, at: event.at, kind: kindOf(event, traits), lanes, counts }
}

const kindOf = (event: TraceEvent, traits: MessageTraits | null): TickKind => {
  const isFrame = event.type === 'stomp.frame-decoded' && event.frame.command === 'HEARTBEAT'
  if (isFrame || BEATS.has(event.type)) return 'heart-beat'
  return traits?.shape === 'error' ? 'error' : 'event'
}

const lanesOf = (event: TraceEvent, folded: boolean): readonly TimelineLane[] => {
  if (BEATS.has(event.type) || MISSING_BEATS.has(event.type))
    return event.client === null ? NONE : [`client:${event.client}`]
  if (BY_CLIENT.has(event.type)) {
    if (event.client === null) return ['server', `server:${event.station}`]
    return folded && event.type !== 'stomp.frame-decoded' ? NONE : [`client:${event.client}`]
  }
  if (event.type === 'publish.commanded') return ['server', `server:${event.station}`]
  if (folded) return NONE
  if (event.type === 'channel.sent') return ['server', `server:${event.station}`]
  return event.type === 'handler.entered' ? [`server:${event.station}`] : NONE
}
