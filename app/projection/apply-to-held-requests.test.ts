import { describe, expect, test } from 'vitest'
import { applyToHeldRequests } from './apply-to-held-requests.ts'
import { EXAMPLE_CONFIGURATION } from './example-configuration.ts'
import type { HeldRequest } from './held-request.ts'
import { TraceBuilder } from './trace-builder.ts'

const NOTHING = { headers: [], body: { text: '' } } as const

/** Bob's SockJS session, which the builder calls `session-B`. */
function requests(builder: TraceBuilder, method: string, segment: string): number {
  const path = `/ws/042/session-B/${segment}?client=B`
  return builder.add(
    { type: 'http.requested', station: 'httpEndpoint', method, path, ...NOTHING },
    { cause: null, client: 'B' },
  )
}

function responds(builder: TraceBuilder, cause: number, status: number, text = ''): void {
  builder.add({ type: 'http.responded', station: 'httpEndpoint', status, headers: [], body: { text } }, { cause })
}

function sends(builder: TraceBuilder, request: number, text: string, bytes: number): void {
  builder.add({ type: 'http.chunk-sent', station: 'httpEndpoint', request, chunk: { text }, bytes })
}

function heldBy({ log }: TraceBuilder): readonly HeldRequest[] {
  let held: readonly HeldRequest[] = []
  for (let seq = log.first; seq < log.next; seq++) {
    const event = log.at(seq)
    if (event !== undefined) held = applyToHeldRequests(held, event, log, EXAMPLE_CONFIGURATION)
  }
  return held
}

describe('the requests that are held open', () => {
  test('a stream is held from its request on, and fills with frames, not with its prelude', () => {
    const builder = new TraceBuilder().wait(1000)
    const request = requests(builder, 'POST', 'xhr_streaming')
    responds(builder, request, 200)
    sends(builder, request, `${'h'.repeat(2048)}\n`, 2049)
    expect(heldBy(builder)).toMatchObject([{ client: 'B', segment: 'xhr_streaming', bytes: 0, limit: 131_072 }])
    expect(heldBy(builder)[0]?.since).toBeCloseTo(1000, 0)
    sends(builder, request, 'o\n', 2051)
    expect(heldBy(builder)).toMatchObject([{ bytes: 2 }])
  })

  test('at its limit a stream ends, and the next request of the session is held instead', () => {
    const builder = new TraceBuilder()
    const request = requests(builder, 'GET', 'eventsource')
    responds(builder, request, 200)
    builder.add({ type: 'http.ended', station: 'httpEndpoint', request, bytes: 131_100 })
    expect(heldBy(builder)).toEqual([])
    responds(builder, requests(builder, 'GET', 'eventsource'), 200)
    expect(heldBy(builder)).toMatchObject([{ segment: 'eventsource', bytes: 0 }])
  })

  test('a poll is held until its one frame, and has no limit', () => {
    const builder = new TraceBuilder()
    const requested = requests(builder, 'POST', 'xhr')
    expect(heldBy(builder)).toMatchObject([{ answer: 'poll', limit: null }])
    // What it brings came with another client's request.
    responds(builder, requested, 200)
    sends(builder, requested, 'a["MESSAGE"]\n', 13)
    builder.add({ type: 'http.ended', station: 'httpEndpoint', request: requested, bytes: 13 }, { cause: null })
    expect(heldBy(builder)).toEqual([])
  })

  test('a refused request, a send, an OPTIONS and a WebSocket hold nothing', () => {
    const builder = new TraceBuilder()
    responds(builder, requests(builder, 'POST', 'xhr_streaming'), 404)
    requests(builder, 'POST', 'xhr_send')
    requests(builder, 'OPTIONS', 'xhr')
    requests(builder, 'GET', 'websocket')
    expect(heldBy(builder)).toEqual([])
  })

  test('a second receiver of a session does not take the place of the first', () => {
    const builder = new TraceBuilder()
    const first = requests(builder, 'POST', 'xhr_streaming')
    const second = requests(builder, 'POST', 'xhr')
    responds(builder, second, 200)
    sends(builder, second, 'c[2010,"Another connection still open"]\n', 40)
    builder.add({ type: 'http.ended', station: 'httpEndpoint', request: second, bytes: 40 })
    expect(heldBy(builder)).toMatchObject([{ seq: first, prelude: null }])
  })

  test('the end of the session ends its request', () => {
    const builder = new TraceBuilder()
    responds(builder, requests(builder, 'POST', 'xhr_streaming'), 200)
    builder.add({ type: 'sockjs.session-closed', station: 'sockJsService', code: 1000, reason: '', why: 'killed' })
    expect(heldBy(builder)).toEqual([])
  })
})
