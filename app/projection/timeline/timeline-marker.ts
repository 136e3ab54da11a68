import type { ClientTag, TraceEvent } from '#trace'

/** What a marker says (ux.md c.4). */
export type MarkerKind =
  | 'opened'
  | 'refused'
  | 'subscribed'
  | 'first-message'
  | 'error'
  | 'beat-late'
  | 'beat-missed'
  | 'closed'
  | 'fault-on'
  | 'fault-off'
  | 'held'
  | 'let-go'
  | 'configured'
  | 'restarted'
  | 'killed'
  | 'noted'

/** A moment of the log to which one wants to come back. */
export interface TimelineMarker {
  readonly seq: number
  /** Milliseconds of the lab. */
  readonly at: number
  readonly kind: MarkerKind
  readonly client: ClientTag | null
}

const KINDS: Readonly<Partial<Record<TraceEvent['type'], MarkerKind>>> = {
  'websocket.opened': 'opened',
  'websocket.closed': 'closed',
  'broker.subscribed': 'subscribed',
  'stomp.decode-failed': 'error',
  'controller.threw': 'error',
  'heartbeat.late': 'beat-late',
  'heartbeat.missed': 'beat-missed',
  'gate.held': 'held',
  'gate.released': 'let-go',
  'gate.dropped': 'let-go',
  'gate.expired': 'let-go',
  'config.changed': 'configured',
  'lab.restarted': 'restarted',
  'kill.commanded': 'killed',
  'mark.added': 'noted',
}

/** Null: the event alone is no marker. Whether a SEND is the first of its session only the log knows. */
export function markerKindOf(event: TraceEvent): MarkerKind | null {
  switch (event.type) {
    case 'handshake.decided':
      return event.accepted ? null : 'refused'
    case 'stomp.frame-encoded':
      return event.frame.command === 'ERROR' ? 'error' : null
    case 'fault.changed':
      return event.after === null ? 'fault-off' : 'fault-on'
    default:
      return KINDS[event.type] ?? null
  }
}
