import type { EventLog, LabConfiguration, TraceEvent, TraceEventOf } from '#trace'
import { causingRequest } from './causing-request.ts'
import type { HeldRequest } from './held-request.ts'
import { sockJsAddress } from './sockjs-address.ts'
import { transportOfSegment } from './sockjs-transport.ts'

type Held = readonly HeldRequest[]

/** Where nothing changes the same list comes back. */
export function applyToHeldRequests(
  held: Held,
  event: TraceEvent,
  log: EventLog,
  config: LabConfiguration | null,
): Held {
  if (held.length === 0 && event.type !== 'http.requested') return held
  switch (event.type) {
    case 'http.requested':
      return afterRequest(held, event, config)
    case 'http.responded':
      return endsWithIt(event) ? withoutRequest(held, causingRequest(log, event)?.seq) : held
    case 'http.chunk-sent':
      return held.map((request) =>
        request.seq === event.request ? { ...request, ...filled(request, event) } : request,
      )
    case 'http.ended':
      return withoutRequest(held, event.request)
    case 'sockjs.session-opened':
      return held.map((request) =>
        request.session === event.session ? { ...request, client: event.client ?? request.client } : request,
      )
    case 'sockjs.session-closed':
      return held.filter(({ session }) => session !== event.session)
    default:
      return held
  }
}

function afterRequest(held: Held, event: TraceEventOf<'http.requested'>, config: LabConfiguration | null): Held {
  const address = sockJsAddress(event.path)
  const answer = address === null ? undefined : transportOfSegment(address.segment)?.answer
  if (address === null || answer === undefined || answer === 'upgrade' || event.method === 'OPTIONS') return held
  const { session, segment } = address
  // The server keeps one receiver a session and turns a second one away.
  if (held.some((known) => known.session === session)) return held
  const request = {
    ...{ client: event.client, seq: event.seq, session, method: event.method, segment, answer, since: event.at },
    ...{ bytes: 0, prelude: null, limit: answer === 'stream' ? (config?.sockJs.streamBytesLimit ?? null) : null },
  }
  return [...held, request]
}

/** An answer that has a body is whole; a stream's has only its head, and a refusal has nothing else to say. */
function endsWithIt({ status, body }: TraceEventOf<'http.responded'>): boolean {
  return status >= 400 || !('text' in body) || body.text !== ''
}

function withoutRequest(held: Held, request: number | undefined): Held {
  return held.some(({ seq }) => seq === request) ? held.filter(({ seq }) => seq !== request) : held
}

/** The first chunk of a response is its prelude. */
function filled({ prelude }: HeldRequest, { bytes }: TraceEventOf<'http.chunk-sent'>): Partial<HeldRequest> {
  return prelude === null ? { prelude: bytes } : { bytes: bytes - prelude }
}
