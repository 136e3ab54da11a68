import type { ClientTag, EventLog, TraceEvent } from '#trace'
import type { LogIndexes } from '../log-indexes.ts'
import type { Place, TokenShape } from '../token.ts'
import { participantOf, type SequenceDetail, type SequenceParticipant } from './sequence-participant.ts'

/** One arrow of the sequence, from column to column; within one column what happened there. */
export interface SequenceRow {
  /** The step that it belongs to begins with this event, or is on its way to the client with it. */
  readonly seq: number
  /** Milliseconds of the lab. */
  readonly at: number
  readonly from: SequenceParticipant
  readonly to: SequenceParticipant
  /** Milliseconds from the cause to here. */
  readonly latency: number
  readonly shape: TokenShape
  readonly label: string
  /** Where it goes: the destination, or the path of a request. */
  readonly detail: string
  /** Who began it: the hue. */
  readonly owner: ClientTag | null
  readonly recipient: ClientTag | null
  /** Message N that it belongs to. */
  readonly message: number | null
}

/** Rows of one event: its way here, and its way on to the client. Heart-beats have none. */
export const rowsOf = (event: TraceEvent, indexes: LogIndexes, detail: SequenceDetail): readonly SequenceRow[] => {
  const { travels, traits, messages, log } = indexes
  const look = traits.of(event.seq)
  if (look === null || look.folded) return []
  const cause = event.cause === null ? undefined : log.at(event.cause)
  const ways = [travels.arriving(event.seq), travels.leaving(event.seq)]
  return ways.flatMap((way, leaving): readonly SequenceRow[] => {
    if (way === null) return []
    const [start, end] = way.edge.split('>') as [Place, Place]
    const [from, to] = [participantOf(start, detail), participantOf(end, detail)]
    if (from === to) return []
    return [
      {
        seq: event.seq,
        at: event.at,
        from,
        to,
        latency: leaving === 1 || cause === undefined ? 0 : Math.max(0, event.at - cause.at),
        shape: look.shape,
        label: look.label,
        detail: detailOf(event) || decodedDetail(log, event),
        owner: look.owner,
        recipient: look.recipient,
        message: messages.numberOf(event.seq),
      },
    ]
  })
}

/** How soon after its octets a frame is decoded, in events. */
const DECODED_WITHIN = 8

/** What octets turned out to be. */
const decodedDetail = (log: EventLog, octets: TraceEvent): string => {
  if (octets.type !== 'websocket.frame-received') return ''
  for (let seq = octets.seq + 1; seq <= octets.seq + DECODED_WITHIN; seq++) {
    const event = log.at(seq)
    if (event?.type === 'stomp.frame-decoded' && event.cause === octets.seq) return detailOf(event)
  }
  return ''
}

const detailOf = (event: TraceEvent): string => {
  switch (event.type) {
    case 'channel.sent':
      return event.message.headers.simpDestination ?? ''
    case 'stomp.frame-decoded':
    case 'stomp.frame-encoded':
      return event.frame.headers.find(([name]) => name === 'destination')?.[1] ?? ''
    case 'http.requested':
      return event.path
    default:
      return ''
  }
}
