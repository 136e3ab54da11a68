import type { TracedMessage, TracedStompFrame, UnreadEvent } from '../trace/index.ts'

/** What an event without its strings takes, octets, roughly. */
const EVENT_SIZE = 256

/** A header, or whatever else comes by the line. */
const HEADER_SIZE = 128

/** A payload is cut there. */
const PAYLOAD_LIMIT = 4096

/** A rough size by the parts that vary: exact would mean to write JSON that perhaps nobody reads. */
export const roughSize = ({ fact }: UnreadEvent): number => {
  switch (fact.type) {
    case 'channel.sent':
      return EVENT_SIZE + ('read' in fact ? fact.octets : messageSize(fact.message))
    case 'stomp.frame-encoded':
      return EVENT_SIZE + ('read' in fact ? fact.octets : frameSize(fact.frame))
    case 'websocket.frame-received':
    case 'websocket.frame-sent':
      return EVENT_SIZE + ('read' in fact ? fact.octets : Math.min(fact.length, PAYLOAD_LIMIT))
    case 'stomp.frame-decoded':
      return EVENT_SIZE + frameSize(fact.frame)
    case 'http.requested':
      return EVENT_SIZE + HEADER_SIZE * fact.headers.length + PAYLOAD_LIMIT
    case 'lab.snapshot':
      return EVENT_SIZE + HEADER_SIZE * (fact.snapshot.sessions.length + fact.snapshot.subscriptions.length)
    default:
      return EVENT_SIZE
  }
}

const messageSize = ({ length, headers }: TracedMessage): number =>
  Math.min(length, PAYLOAD_LIMIT) + HEADER_SIZE * (headers.nativeHeaders?.length ?? 0)

const frameSize = ({ bodyLength, headers }: TracedStompFrame): number =>
  Math.min(bodyLength, PAYLOAD_LIMIT) + HEADER_SIZE * headers.length
