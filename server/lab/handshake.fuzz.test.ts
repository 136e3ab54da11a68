import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HttpRequest } from '../http/http-exchange.ts'
import { createSimulation } from '../simulation.ts'
import { RecordedConnection } from '../websocket/recorded-connection.ts'
import { CONFIGURATIONS } from './configurations.ts'

const PATHS = ['/ws', '/ws/', '/ws/info', '/ws/000/abc/websocket', '/ws/0.0/a/xhr', '/ws/websocket', '/strict', '/send']

const HEADERS = [
  ['Connection', 'Upgrade'],
  ['Connection', 'keep-alive, Upgrade'],
  ['Upgrade', 'websocket'],
  ['Upgrade', 'h2c'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Version', '8'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
  ['Sec-WebSocket-Key', 'short'],
  ['Sec-WebSocket-Protocol', 'v12.stomp, v11.stomp'],
  ['Sec-WebSocket-Protocol', ',,'],
  ['Sec-WebSocket-Extensions', 'permessage-deflate; a="'],
  ['Origin', 'http://localhost'],
  ['Origin', 'null'],
  ['Origin', '://'],
  ['Host', 'localhost'],
  ['Host', '[::'],
] as const

const junk = fc.string({ unit: 'binary-ascii', maxLength: 20 })

const request: fc.Arbitrary<HttpRequest> = fc.record({
  method: fc.oneof({ arbitrary: fc.constant('GET'), weight: 4 }, fc.constantFrom('POST', 'OPTIONS', 'HEAD', 'get', '')),
  path: fc.oneof(
    { arbitrary: fc.constantFrom(...PATHS), weight: 4 },
    junk.map((text) => `/ws/${text}`),
    junk,
  ),
  query: fc.oneof(fc.constantFrom('', 'client=A', 'client=%', 'client=A&client=B', 'to=/topic/t'), junk),
  headers: fc.array(
    fc.oneof({ arbitrary: fc.constantFrom(...HEADERS), weight: 4 }, fc.tuple(fc.constant('Origin'), junk)),
    { maxLength: 9 },
  ),
  body: fc.uint8Array({ maxLength: 30 }),
})

test('every request is answered once, or becomes a WebSocket', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CONFIGURATIONS.values()),
      fc.array(request, { maxLength: 8 }),
      (config, requests) => {
        const { lab, scheduler } = createSimulation({ config })
        for (const each of requests) {
          const outcomes: string[] = []
          const isOurs = lab.handle({
            request: each,
            respond: ({ status }) => outcomes.push(String(status)),
            stream: (_head, onAbort) => {
              outcomes.push('streamed')
              scheduler.schedule(onAbort, 1)
              return { bufferedAmount: 0, write: () => undefined, end: () => undefined, terminate: () => undefined }
            },
            upgrade: (_headers, listen) => {
              outcomes.push('upgraded')
              listen(new RecordedConnection()).onClose(1006, '')
            },
          })
          scheduler.advance(100)
          expect(outcomes).toHaveLength(isOurs ? 1 : 0)
        }
        scheduler.advance(60_000)
        expect(lab.sessionCount).toBe(0)
      },
    ),
    { numRuns: 1000 },
  )
}, 60_000)
