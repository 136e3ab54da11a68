import type { TraceEventOf } from '#trace'
import { causingRequest } from './causing-request.ts'
import type { NarrateFact, NarrationOf } from './narration-context.ts'
import { clip, say } from './say.ts'
import { isInfoPath, sockJsAddress } from './sockjs-address.ts'
import { transportOfSegment } from './sockjs-transport.ts'

type HttpNarratedFact = 'http.requested' | 'http.responded' | 'http.chunk-sent' | 'http.ended'

const narrateRequest: NarrateFact<TraceEventOf<'http.requested'>> = (event) => {
  const { method, path } = event
  const address = sockJsAddress(path)
  if (address === null) {
    return isInfoPath(path)
      ? say('narration.sockjs-info-requested', { method })
      : say('narration.http-requested', { method, path: clip(path, 48) })
  }
  const { segment, server } = address
  const session = clip(address.session, 12)
  return transportOfSegment(segment) === undefined
    ? say('narration.sockjs-send-requested', { method, segment, session })
    : say('narration.sockjs-receive-requested', { method, segment, session, server: clip(server, 8) })
}

/** The request that an answer belongs to may have left the log. */
const narrateResponse: NarrateFact<TraceEventOf<'http.responded'>> = (event, { indexes }) => {
  const { status } = event
  const { method, path } = causingRequest(indexes.log, event) ?? { method: 'HTTP', path: '' }
  const segment = sockJsAddress(path)?.segment
  if (segment === undefined) return say('narration.http-responded', { method, path: clip(path, 36), status })
  return status < 300 && transportOfSegment(segment)?.answer === 'stream'
    ? say('narration.sockjs-held', { segment, status })
    : say('narration.sockjs-responded', { method, segment, status })
}

export const HTTP_NARRATION: NarrationOf<HttpNarratedFact> = {
  'http.requested': narrateRequest,
  'http.responded': narrateResponse,
  'http.chunk-sent': (event) => say('narration.http-chunk-sent', { bytes: event.bytes }),
  'http.ended': (event) => say('narration.http-ended', { bytes: event.bytes }),
}
