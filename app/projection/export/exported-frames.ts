import type { ClientTag, EventLog, HeaderList, TracedPayload } from '#trace'

/** One STOMP frame of a log. Secrets in it were masked before they entered the trace. */
export interface ExportedFrame {
  readonly seq: number
  /** Milliseconds of the lab. */
  readonly at: number
  readonly client: ClientTag | null
  readonly session: string | null
  readonly direction: 'to-server' | 'to-client'
  readonly command: string
  readonly headers: HeaderList
  readonly body: TracedPayload
  /** The body is longer than what the trace keeps of it. */
  readonly truncated: boolean
  /** Octets of the whole frame. */
  readonly length: number
}

/** The frames that pass, in order. Heart-beats are no frames. */
export const exportedFrames = (log: EventLog, passes: (seq: number) => boolean): readonly ExportedFrame[] => {
  const frames: ExportedFrame[] = []
  for (let seq = log.first; seq < log.next; seq++) {
    const event = log.at(seq)
    if (event?.type !== 'stomp.frame-decoded' && event?.type !== 'stomp.frame-encoded') continue
    if (event.frame.command === 'HEARTBEAT' || !passes(seq)) continue
    const { at, client, session, frame } = event
    const { command, headers, body, length, truncated = false } = frame
    const direction = event.type === 'stomp.frame-decoded' ? 'to-server' : 'to-client'
    frames.push({ seq, at, client, session, direction, command, headers, body, truncated, length })
  }
  return frames
}
