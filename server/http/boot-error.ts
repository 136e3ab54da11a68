import { isoInstant } from './http-date.ts'
import type { HttpRequest, HttpResponse } from './http-exchange.ts'
import { httpResponse } from './http-response.ts'

/**
 * Spring Boot's answer to an exception that nobody handled.
 *
 * @param instant milliseconds since 1970
 */
export const bootError = (request: HttpRequest, status: number, error: string, instant: number): HttpResponse =>
  httpResponse(status, JSON.stringify({ timestamp: isoInstant(instant), status, error, path: request.path }), [
    ['Content-Type', 'application/json'],
  ])
