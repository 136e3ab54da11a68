import type { HttpResponse } from '../http/http-exchange.ts'
import { httpResponse } from '../http/http-response.ts'

/** The lab has as many sessions as it may have (trace.md, Who may speak). */
export const fullLab = (sessions: number): HttpResponse =>
  httpResponse(503, `This lab already has ${sessions} sessions.`, [['Content-Type', 'text/plain;charset=UTF-8']])

/** It was held at the door while the lab lost the endpoint. */
export const NO_ENDPOINT: HttpResponse = httpResponse(404)
