import type { StompCodec } from '../stomp/stomp-codec.ts'
import type { StompDecodeResult, StompDecoder } from '../stomp/stomp-decoder.ts'
import type { TraceFact } from '../trace/index.ts'
import { tracedStompFrame } from './traced-stomp-frame.ts'
import type { Tracer } from './tracer.ts'
import { frameEncoded } from './unread-facts.ts'

const STATION = 'stompSubProtocolHandler'

const decodedFact = (result: StompDecodeResult): TraceFact => {
  switch (result.kind) {
    case 'decoded':
      return { type: 'stomp.frame-decoded', station: STATION, frame: tracedStompFrame(result.wire) }
    case 'incomplete':
      return { type: 'stomp.decode-incomplete', station: STATION, waiting: result.waiting }
    case 'failed':
      return { type: 'stomp.decode-failed', station: STATION, message: result.message, offset: result.offset }
  }
}

const BEAT: TraceFact = {
  type: 'heartbeat.received',
  station: STATION,
  layer: 'stomp',
  direction: 'to-server',
  deadline: null,
}

/** Holds a scope while the consumer works on each result, so that two frames of one message keep separate causes. */
const tracingStompDecoder = (inner: StompDecoder, tracer: Tracer): StompDecoder => ({
  *decode(octets) {
    for (const result of inner.decode(octets)) {
      tracer.enter(tracer.record(decodedFact(result)))
      if (result.kind === 'decoded' && result.wire.frame.command === 'HEARTBEAT') tracer.record(BEAT)
      try {
        yield result
      } finally {
        tracer.leave()
      }
    }
  },
})

/** Sees every STOMP frame in both directions. */
export const tracingStompCodec = (inner: StompCodec, tracer: Tracer): StompCodec => ({
  createDecoder: () => tracingStompDecoder(inner.createDecoder(), tracer),
  encode(frame, as) {
    const encoded = inner.encode(frame, as)
    tracer.bind(encoded.message, tracer.record(frameEncoded(frame)))
    return encoded
  },
})
