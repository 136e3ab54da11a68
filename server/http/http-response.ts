import type { HttpHeaders, HttpResponse } from './http-exchange.ts'

const encoder = new TextEncoder()

/** An answer without a content type, as Spring's infrastructure gives it. */
export const httpResponse = (status: number, text = '', headers: HttpHeaders = []): HttpResponse => ({
  status,
  headers,
  body: encoder.encode(text),
})
