import type { HttpResponseStream } from '../http/http-exchange.ts'
import { redactText } from './redaction.ts'
import { tracedPayload } from './traced-payload.ts'
import type { Conversation, Tracer } from './tracer.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export interface TracedStreamParts {
  readonly tracer: Tracer
  readonly conversation: Conversation
  /** `seq` of the request that is answered. */
  readonly request: number
  /** Opens the stream; what it is given is told of an abort. */
  readonly open: (onAbort: () => void) => HttpResponseStream
  readonly onAbort: () => void
  /** Tells that the head leaves, which it does with the first chunk. */
  readonly recordHead: () => void
}

/** Sees each chunk of a response leave, with the event that made it as its cause, and the response's end. */
export const tracingResponseStream = (parts: TracedStreamParts): HttpResponseStream => {
  const { tracer, conversation, request } = parts
  let isHeadSent = false
  let bytes = 0
  let isOver = false

  const about = (): { session: string | null; client: string | null } => ({
    session: conversation.session,
    client: conversation.client,
  })
  const sendHead = (): void => {
    if (!isHeadSent) parts.recordHead()
    isHeadSent = true
  }
  const recordEnd = (cause: number | null | undefined, aborted: boolean): number => {
    isOver = true
    const fact = { type: 'http.ended', station: 'httpEndpoint', request, bytes, ...(aborted && { aborted }) } as const
    return tracer.record(fact, { ...about(), cause })
  }

  const inner = parts.open(() => {
    tracer.within(recordEnd(null, true), parts.onAbort, conversation)
  })
  return {
    get bufferedAmount() {
      return inner.bufferedAmount
    },
    write(octets) {
      if (!isOver) {
        sendHead()
        bytes += octets.length
        const chunk = tracedPayload(encoder.encode(redactText(decoder.decode(octets)))).payload
        const cause = tracer.originOf(octets)
        tracer.record(
          { type: 'http.chunk-sent', station: 'httpEndpoint', request, chunk, bytes },
          { ...about(), cause },
        )
      }
      inner.write(octets)
    },
    end() {
      if (!isOver) {
        sendHead()
        recordEnd(undefined, false)
      }
      inner.end()
    },
    terminate() {
      if (!isOver) recordEnd(undefined, true)
      inner.terminate()
    },
  }
}
