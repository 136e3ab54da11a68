import { contentMd5 } from '../http/content-md5.ts'
import { type HttpHeaders, type HttpRequest, type HttpResponse, headerOf } from '../http/http-exchange.ts'
import { httpResponse } from '../http/http-response.ts'

const encoder = new TextEncoder()

export interface IframePage {
  readonly html: string
  /** Stands before the digest in the entity tag. */
  readonly tagPrefix: string
  readonly headers: HttpHeaders
}

/** What a client in a hidden frame of another origin loads; unchanged where its entity tag is known (RFC 9110 §13.1.2). */
export const answerIframe = (request: HttpRequest, { html, tagPrefix, headers }: IframePage): HttpResponse => {
  if (request.method !== 'GET') return httpResponse(405, '', [['Allow', 'GET']])
  const body = encoder.encode(html)
  const tag = `"${tagPrefix}${contentMd5(body)}"`
  if (headerOf(request, 'if-none-match') === tag) return httpResponse(304)
  return {
    status: 200,
    headers: [
      ...headers,
      ['Content-Type', 'text/html;charset=UTF-8'],
      ['Content-Length', String(body.length)],
      ['ETag', tag],
    ],
    body,
  }
}
