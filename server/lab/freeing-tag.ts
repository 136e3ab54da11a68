import type { HttpExchange } from '../http/http-exchange.ts'
import { sockJsSessionIdOf } from '../sockjs/sock-js-session-id.ts'
import type { ClientRegistry } from './client-registry.ts'

/** Who drops the response that the server sends on has left, even where Spring finds that out only when it next sends. */
export const freeingTag = (exchange: HttpExchange, clients: ClientRegistry): HttpExchange => ({
  request: exchange.request,
  respond: (response) => exchange.respond(response),
  upgrade: (headers, listen) => exchange.upgrade(headers, listen),
  stream: (head, onAbort) =>
    exchange.stream(head, () => {
      clients.leave(sockJsSessionIdOf(exchange.request.path) ?? '')
      onAbort()
    }),
})
