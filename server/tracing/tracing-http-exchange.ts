import { type HttpExchange, type HttpRequest, type HttpResponseHead, headerOf } from '../http/http-exchange.ts'
import { redactHeaders, redactText } from './redaction.ts'
import { tracedPayload } from './traced-payload.ts'
import type { Conversation, RecordOptions, Tracer } from './tracer.ts'
import { tracingResponseStream } from './tracing-response-stream.ts'
import { tracingConnection, tracingListener } from './tracing-websocket-connection.ts'

const NOTHING = new Uint8Array()

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A SockJS client's STOMP frames travel in bodies; octets that are no text have no lines to mask. */
const redactBody = (body: Uint8Array): Uint8Array => {
  const text = decoder.decode(body)
  const masked = redactText(text)
  return masked === text ? body : encoder.encode(masked)
}

const tracedRequest = (request: HttpRequest) => {
  const { headers, redacted } = redactHeaders(request.headers)
  return {
    method: request.method,
    path: request.query === '' ? request.path : `${request.path}?${request.query}`,
    headers,
    body: tracedPayload(redactBody(request.body)).payload,
    ...(redacted && { redacted }),
  } as const
}

/**
 * Sees one request, its answer, and everything that happens on the WebSocket it may become.
 *
 * @param about whose request it is, as far as that is known: a session that it belongs to, a tag that it asks for
 */
export const tracingHttpExchange = (
  exchange: HttpExchange,
  about: Pick<Conversation, 'client' | 'session'>,
  tracer: Tracer,
  handle: (exchange: HttpExchange) => void,
): void => {
  const conversation: Conversation = { ...about, closing: null, extensions: '' }
  const requested = tracer.record(
    { type: 'http.requested', station: 'httpEndpoint', ...tracedRequest(exchange.request) },
    { cause: null, ...about },
  )

  const respond = ({ status, headers }: HttpResponseHead, body: Uint8Array, options?: RecordOptions): number => {
    const answer = redactHeaders(headers)
    return tracer.record(
      {
        type: 'http.responded',
        station: 'httpEndpoint',
        status,
        headers: answer.headers,
        body: tracedPayload(body).payload,
        ...(answer.redacted && { redacted: true }),
      },
      options,
    )
  }

  const traced: HttpExchange = {
    request: exchange.request,
    respond(response) {
      respond(response, response.body)
      exchange.respond(response)
    },
    stream(head, onAbort) {
      return tracingResponseStream({
        tracer,
        conversation,
        request: requested,
        open: (onAbortOf) => exchange.stream(head, onAbortOf),
        onAbort,
        recordHead: () => respond(head, NOTHING, { ...conversation, cause: requested }),
      })
    },
    upgrade(headers, listen) {
      const responded = respond({ status: 101, headers }, NOTHING)
      conversation.extensions = headerOf({ headers }, 'sec-websocket-extensions') ?? ''
      exchange.upgrade(headers, (connection) =>
        tracingListener(
          tracer.within(responded, () => listen(tracingConnection(connection, tracer, conversation)), conversation),
          tracer,
          conversation,
        ),
      )
    },
  }
  tracer.within(requested, () => handle(traced), conversation)
}
