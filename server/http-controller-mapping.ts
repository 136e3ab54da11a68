import type { HttpController } from './example/http-controllers.ts'
import { bootError } from './http/boot-error.ts'
import type { HttpExchange } from './http/http-exchange.ts'
import { httpResponse } from './http/http-response.ts'
import { queryParameter } from './http/query-parameter.ts'
import type { Seams } from './tracing/seams.ts'

const decoder = new TextDecoder()

const JSON_TYPE = [['Content-Type', 'application/json']] as const

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
  const paths = new Set(controllers.map(({ path }) => path))
  return (exchange) => {
    const { request } = exchange
    if (!paths.has(request.path)) return false
    const refuse = (status: number, reason: string): true => {
      exchange.respond(bootError(request, status, reason, wallClock()))
      return true
    }
    const controller = controllers.find(({ path, verb }) => path === request.path && verb === request.method)
    if (!controller) return refuse(405, 'Method Not Allowed')
    const parameter = (name: string): string | undefined => queryParameter(request, name) ?? undefined
    const { name, method, required, verb } = controller
    const isBodyMissing = verb === 'POST' && request.body.length === 0
    if (isBodyMissing || required.some((wanted) => parameter(wanted) === undefined)) return refuse(400, 'Bad Request')
    const body = decoder.decode(request.body)
    const given = [...required.map(parameter), ...(verb === 'POST' ? [body] : [])]
    const outcome = around({ controller: name, method, arguments: given }, () => controller.handle({ parameter, body }))
    if (outcome.kind === 'threw') return refuse(500, 'Internal Server Error')
    if (outcome.kind === 'not-converted') return refuse(400, 'Bad Request')
    const value = outcome.kind === 'returned' ? outcome.value : undefined
    exchange.respond(value === undefined ? httpResponse(200) : httpResponse(200, JSON.stringify(value), JSON_TYPE))
    return true
  }
}
