import type { HttpExchange, HttpHeaders, HttpRequest } from '../http/http-exchange.ts'
import type { ClientTag } from '../trace/index.ts'
import { redactHeaders } from './redaction.ts'
import { tracedPayload } from './traced-payload.ts'
import type { Conversation, Tracer } from './tracer.ts'
import { tracingConnection, tracingListener } from './tracing-websocket-connection.ts'

const NOTHING = new Uint8Array()

const tracedRequest = (request: HttpRequest) => {
  const { headers, redacted } = redactHeaders(request.headers)
  return {
    method: request.method,
    path: request.query === '' ? request.path : `${request.path}?${request.query}`,
    headers,
    body: tracedPayload(request.body).payload,
    ...(redacted && { redacted }),
  } as const
}

/**
 * Sees one request, its answer, and everything that happens on the WebSocket it may become.
 *
 * @param client the tag that the request names itself with, if any
 */
export const tracingHttpExchange = (
  exchange: HttpExchange,
  client: ClientTag | null,
  tracer: Tracer,
  handle: (exchange: HttpExchange) => boolean,
): boolean => {
  const conversation: Conversation = { client, session: null, closing: null }
  const requested = tracer.record(
    { type: 'http.requested', station: 'httpEndpoint', ...tracedRequest(exchange.request) },
    { cause: null, client },
  )

  const respond = (status: number, headers: HttpHeaders, body: Uint8Array): number => {
    const answer = redactHeaders(headers)
    return tracer.record({
      type: 'http.responded',
      station: 'httpEndpoint',
      status,
      headers: answer.headers,
      body: tracedPayload(body).payload,
      ...(answer.redacted && { redacted: true }),
    })
  }

  const traced: HttpExchange = {
    request: exchange.request,
    respond(response) {
      respond(response.status, response.headers, response.body)
      exchange.respond(response)
    },
    upgrade(headers, listen) {
      const responded = respond(101, headers, NOTHING)
      exchange.upgrade(headers, (connection) =>
        tracingListener(
          tracer.within(responded, () => listen(tracingConnection(connection, tracer, conversation)), conversation),
          tracer,
          conversation,
        ),
      )
    },
  }
  return tracer.within(requested, () => handle(traced), conversation)
}
