import { expect, test } from 'vitest'
import { httpLayer } from './http-layer.ts'
import type { HttpOctets } from './wire-octets.ts'

const httpOf = (head: string, body: string, tail: string, chunked: boolean): HttpOctets => ({
  octets: new TextEncoder().encode(head + body + tail),
  body: [head.length, head.length + body.length],
  chunked,
  missing: 0,
})

const partsOf = (http: HttpOctets, carried: HttpOctets['body']) =>
  httpLayer(http, carried).spans.map(({ part, value, wire }) => [part, value, wire.length])

test('a request is its head, and a body that other layers read (RFC 9112 §2.1)', () => {
  const head = 'POST /ws/0/a/xhr_send HTTP/1.1\r\n\r\n'
  const request = httpOf(head, '["x"]', '', false)
  expect(partsOf(request, request.body)).toEqual([['http.head', head, head.length]])
})

test('a chunk is its length, what the transport wraps around the frame, and its end (RFC 9112 §7.1)', () => {
  const chunk = httpOf('f\r\n', 'data: a["x"]\r\n\r\n', '\r\n', true)
  expect(partsOf(chunk, [9, 15])).toEqual([
    ['http.chunk-length', 'f\r\n', 3],
    ['http.wrapping', 'data: ', 6],
    ['http.wrapping', '\r\n\r\n', 4],
    ['http.chunk-end', '\r\n', 2],
  ])
})
