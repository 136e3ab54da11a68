import type { WireStompFrame } from '../stomp/stomp-frame.ts'
import type { TracedStompFrame } from '../trace/index.ts'
import { redactHeaders } from './redaction.ts'
import { tracedPayload } from './traced-payload.ts'

export const tracedStompFrame = ({ frame, lines, octets, spans }: WireStompFrame): TracedStompFrame => {
  const { payload, truncated } = tracedPayload(frame.body)
  const { headers, redacted } = redactHeaders(lines)
  return {
    command: frame.command,
    headers,
    body: payload,
    bodyLength: frame.body.length,
    length: octets.length,
    spans,
    ...(truncated && { truncated }),
    ...(redacted && { redacted }),
  }
}
