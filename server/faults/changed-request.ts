import { type HttpHeaders, type HttpRequest, headerOf } from '../http/http-exchange.ts'
import type { Line } from './line.ts'

/** A site that nobody has: RFC 2606 keeps the name free. */
const FOREIGN_ORIGIN = 'https://elsewhere.example'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const without = (headers: HttpHeaders, ...names: readonly string[]): HttpHeaders =>
  headers.filter(([name]) => !names.includes(name.toLowerCase()))

/** What a request is when it arrives. */
export const changedRequest = (
  request: HttpRequest,
  line: Line,
): { readonly request: HttpRequest; readonly isForeign: boolean } => {
  const what = `${request.method} ${request.path}`
  let { headers } = request
  if (headerOf(request, 'upgrade') !== null && line.strikes('block-upgrade', what))
    headers = without(headers, 'upgrade', 'connection')
  const isForeign = line.strikes('wrong-origin', what)
  if (isForeign) headers = [...without(headers, 'origin'), ['Origin', FOREIGN_ORIGIN]]
  return { request: { ...request, headers, body: bodyToServer(request, line) }, isForeign }
}

/** The messages of a SockJS `…_send` request: one without any is answered like the others. */
const bodyToServer = ({ body }: HttpRequest, line: Line): Uint8Array => {
  if (!line.isSockJs || body.length === 0) return body
  const before = decoder.decode(body)
  const after = line.textToServer(before)
  return after === before ? body : encoder.encode(after ?? '[]')
}
