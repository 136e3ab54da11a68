import { StompEncoder } from '../stomp/stomp-encoder.ts'
import type { StompFrame } from '../stomp/stomp-frame.ts'
import type { TraceFactOf, UnreadFactOf } from '../trace/index.ts'
import { PAYLOAD_LIMIT } from './traced-payload.ts'
import { tracedStompFrame } from './traced-stomp-frame.ts'

/** Of a header's name, its value and what holds them together; octets, roughly. */
const HEADER_SIZE = 128

const STATION = 'stompSubProtocolHandler'

/** Encodes once more: to keep what was sent would take more than it is worth. */
const encoded = (frame: StompFrame): TraceFactOf<'stomp.frame-encoded'> => ({
  type: 'stomp.frame-encoded',
  station: STATION,
  frame: tracedStompFrame(new StompEncoder().encode(frame)),
})

/** A frame for a client; the detail is the frame. */
const UNREAD_ENCODING: UnreadFactOf<'stomp.frame-encoded'> = {
  type: 'stomp.frame-encoded',
  station: STATION,
  octets: ({ detail }) => {
    const { body, division } = detail as StompFrame
    return body.length + HEADER_SIZE * (division?.common.size ?? 0)
  },
  read: ({ detail }) => encoded(detail as StompFrame),
}

/** Of a payload that is cut, no more may be kept than is told. */
export const frameEncoded = (
  frame: StompFrame,
): TraceFactOf<'stomp.frame-encoded'> | UnreadFactOf<'stomp.frame-encoded'> =>
  frame.body.length > PAYLOAD_LIMIT ? encoded(frame) : UNREAD_ENCODING
