import type { HttpController } from './example/http-controllers.ts'
import { bootError } from './http/boot-error.ts'
import type { HttpExchange } from './http/http-exchange.ts'
import { httpResponse } from './http/http-response.ts'
import { queryParameter } from './http/query-parameter.ts'
import type { Seams } from './tracing/seams.ts'

const decoder = new TextDecoder()

/**
 * Spring MVC's mapping of the example's HTTP controllers.
 *
 * @param wallClock milliseconds since 1970
 * @returns whether a controller has the request's path; if so it answers
 */
export const createHttpControllerMapping = (
  controllers: readonly HttpController[],
  around: Seams['httpController'],
  wallClock: () => number,
): ((exchange: HttpExchange) => boolean) => {
  const byPath = new Map(controllers.map((controller) => [controller.path, controller]))
  return (exchange) => {
    const { request } = exchange
    const controller = byPath.get(request.path)
    if (!controller) return false
    if (request.method !== 'POST') {
      exchange.respond(bootError(request, 405, 'Method Not Allowed', wallClock()))
      return true
    }
    const parameter = (name: string): string | undefined => queryParameter(request, name) ?? undefined
    if (request.body.length === 0 || controller.required.some((name) => parameter(name) === undefined)) {
      exchange.respond(bootError(request, 400, 'Bad Request', wallClock()))
      return true
    }
    const body = decoder.decode(request.body)
    const { name, method, required } = controller
    const outcome = around({ controller: name, method, arguments: [...required.map(parameter), body] }, () =>
      controller.handle({ parameter, body }),
    )
    exchange.respond(
      outcome.kind === 'threw' ? bootError(request, 500, 'Internal Server Error', wallClock()) : httpResponse(200),
    )
    return true
  }
}
