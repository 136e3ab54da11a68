import { describe, expect, test } from 'vitest'
import { applyToLadders } from './apply-to-ladders.ts'
import { ClimbLog, climbToStreaming, gaveUp, tried, UPGRADE } from './climb-log.ts'
import type { LadderState } from './ladder-state.ts'

function ladderAt({ builder: { log } }: ClimbLog, cursor: number = log.next): LadderState | undefined {
  let ladders: readonly LadderState[] = []
  for (let seq = 0; seq < cursor; seq++) {
    const event = log.at(seq)
    if (event !== undefined) ladders = applyToLadders(ladders, event, log)
  }
  return ladders[0]
}

/** What became of each transport. */
function endsOf(climb: ClimbLog): readonly unknown[] | undefined {
  return ladderAt(climb)?.rungs.map(({ transport, end }) => [transport, end?.kind ?? 'pending'])
}

describe('the ladder of a client that reports', () => {
  test('what /info took is what the client saw, not what the server needed', () => {
    const climb = new ClimbLog().report({ report: 'connecting', transport: 'Auto (SockJS)' }).info(3)
    expect(ladderAt(climb)?.info).toMatchObject({ status: 200 })
    expect(ladderAt(climb)?.info?.took).toBeCloseTo(3, 0)
    climb.report(tried('websocket', 624))
    expect(ladderAt(climb)?.info).toMatchObject({ status: 200, took: 12 })
  })

  test('a refused Upgrade says its status and the check that failed, then the next transport is tried', () => {
    const [websocket, streaming] = ladderAt(climbToStreaming())?.rungs ?? []
    expect(websocket).toMatchObject({ transport: 'websocket', status: 400, refusal: 'upgrade' })
    expect(websocket?.end).toMatchObject({ kind: 'failed', reason: '1006 Connection to server lost' })
    expect(streaming?.address).toEqual({ base: '/ws', server: '042', session: 'session2', segment: 'xhr_streaming' })
    expect(streaming).toMatchObject({ transport: 'xhr-streaming', status: 200, end: null })
  })

  test('an open session of the server is no open connection before the client says so', () => {
    const climb = climbToStreaming()
    expect(ladderAt(climb)?.outcome).toBe('climbing')
    climb.report({ report: 'transport-opened', transport: 'xhr-streaming' })
    expect(ladderAt(climb)?.outcome).toBe('open')
    expect(endsOf(climb)).toEqual([
      ['websocket', 'failed'],
      ['xhr-streaming', 'opened'],
    ])
  })

  test('it has the deadline of the transport that failed early, because its timer still runs (SockJS 1.6.1)', () => {
    const [websocket, streaming] = ladderAt(climbToStreaming())?.rungs ?? []
    expect(websocket?.deadline).toMatchObject({ transport: 'websocket' })
    expect(streaming?.deadline).toEqual(websocket?.deadline)
  })

  test('the cascade of stale timers ends each next transport early, and names whose timer it was', () => {
    const climb = climbToStreaming().wait(610)
    const timeout = (transport: string) => gaveUp(transport, '2007 Transport timed out')
    climb.report(timeout('xhr-streaming')).report(tried('eventsource', 624)).request('eventsource', 200)
    climb.wait(14).report(timeout('eventsource')).report(tried('iframe-eventsource', 936))
    climb.wait(600).report(timeout('iframe-eventsource')).report(tried('htmlfile', 624)).request('htmlfile', 200)
    expect(
      ladderAt(climb)?.rungs.map(({ transport, end }) => [transport, end !== null && 'timer' in end && end.timer]),
    ).toEqual([
      ['websocket', false],
      ['xhr-streaming', 'websocket'],
      ['eventsource', 'xhr-streaming'],
      ['iframe-eventsource', 'eventsource'],
      ['htmlfile', false],
    ])
    expect(ladderAt(climb)?.rungs.at(-1)?.deadline?.transport).toBe('iframe-eventsource')
  })

  test('a request that is quicker than its report is the same try', () => {
    const climb = new ClimbLog()
      .info(3)
      .report({ report: 'connecting', transport: 'xhr-streaming' })
      .request('xhr_streaming', 200)
      .report(tried('xhr-streaming', 624))
    expect(ladderAt(climb)).toMatchObject({ wanted: 'xhr-streaming', info: { status: 200 } })
    expect(ladderAt(climb)?.rungs).toHaveLength(1)
    expect(ladderAt(climb)?.rungs[0]).toMatchObject({ reported: true, status: 200 })
  })

  test('reports that come long after everything that the server saw tell the same story', () => {
    const climb = new ClimbLog()
      .info(3)
      .refuseUpgrade()
      .request('xhr_streaming', 200)
      .sessionOpened('xhr_streaming')
      .report({ report: 'connecting', transport: 'Auto (SockJS)' })
      .report(tried('websocket', 624))
      .report(gaveUp('websocket', '1006 Connection to server lost'))
      .report(tried('xhr-streaming', 624))
    expect(ladderAt(climb)).toMatchObject({ wanted: 'Auto (SockJS)', outcome: 'climbing', info: { status: 200 } })
    climb.report({ report: 'transport-opened', transport: 'xhr-streaming' })
    expect(ladderAt(climb)?.outcome).toBe('open')
    expect(ladderAt(climb)?.rungs).toMatchObject([
      { transport: 'websocket', status: 400, reported: true, end: { reason: '1006 Connection to server lost' } },
      { transport: 'xhr-streaming', status: 200, reported: true, end: { kind: 'opened' } },
    ])
  })

  test('a try that ends before any transport was open has failed, with the code that the client saw', () => {
    const climb = new ClimbLog().report({ report: 'connecting', transport: 'websocket' }).info(3)
    climb.report(tried('websocket', 624)).report(gaveUp('websocket', '1006 Connection to server lost'))
    climb.report({ report: 'closed', code: 2000, reason: 'All transports failed', wasClean: false })
    expect(ladderAt(climb)).toMatchObject({ outcome: 'failed', closeCode: 2000 })
    expect(endsOf(climb)).toEqual([['websocket', 'failed']])
  })

  test('a raw WebSocket has one rung, with the status of its handshake', () => {
    const climb = new ClimbLog().report({ report: 'connecting', transport: 'raw WebSocket' })
    climb.report({ report: 'transport-tried', transport: 'raw WebSocket', deadline: null })
    const headers = UPGRADE
    const body = { text: '' }
    climb.builder.add({ type: 'http.requested', station: 'httpEndpoint', method: 'GET', path: '/ws', headers, body })
    climb.builder.add({ type: 'http.responded', station: 'httpEndpoint', status: 403, headers: [], body })
    expect(ladderAt(climb)?.rungs).toMatchObject([{ transport: 'raw WebSocket', status: 403, deadline: null }])
  })

  test('the next try begins a new ladder', () => {
    const climb = climbToStreaming().report({ report: 'transport-opened', transport: 'xhr-streaming' })
    climb.report({ report: 'closed', code: 1006, reason: '', wasClean: false })
    expect(ladderAt(climb)?.outcome).toBe('open')
    climb.report({ report: 'connecting', transport: 'Auto (SockJS)' })
    expect(ladderAt(climb)).toMatchObject({ outcome: 'climbing', info: null, rungs: [] })
  })

  test('each cursor has its own rungs', () => {
    const climb = climbToStreaming()
    const counts = Array.from(
      { length: climb.builder.log.next + 1 },
      (_, cursor) => ladderAt(climb, cursor)?.rungs.length ?? 0,
    )
    expect(counts).toEqual(counts.toSorted())
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]))
  })
})

describe("the ladder of a client that says nothing, by the server's facts", () => {
  const climbSilently = (): ClimbLog =>
    new ClimbLog().info(4).refuseUpgrade().wait(5).request('xhr_streaming', 200).sessionOpened('xhr_streaming')

  test('a refused request has failed, an open session is open', () => {
    const climb = climbSilently()
    expect(ladderAt(climb)).toMatchObject({ wanted: null, outcome: 'open', info: { status: 200 } })
    expect(endsOf(climb)).toEqual([
      ['websocket', 'failed'],
      ['xhr-streaming', 'opened'],
    ])
    expect(ladderAt(climb)?.rungs[0]).toMatchObject({ status: 400, refusal: 'upgrade', deadline: null })
  })

  test('later requests of the same session are no tries', () => {
    const climb = climbSilently()
    const { log } = climb.builder
    const again = '/ws/042/session2/xhr_streaming?client=B'
    const nothing = { headers: [], body: { text: '' } }
    climb.builder.add({ type: 'http.requested', station: 'httpEndpoint', method: 'POST', path: again, ...nothing })
    climb.builder.add({
      ...{ type: 'http.requested', station: 'httpEndpoint', method: 'POST', ...nothing },
      path: again.replace('streaming', 'send'),
    })
    expect(ladderAt(climb, log.next)).toEqual(ladderAt(climb, log.next - 2))
  })

  test('an open session that it leaves for another transport had not been open for the client', () => {
    const climb = climbSilently().wait(600).request('eventsource', 200)
    expect(endsOf(climb)).toEqual([
      ['websocket', 'failed'],
      ['xhr-streaming', 'failed'],
      ['eventsource', 'pending'],
    ])
  })

  test('its question for /info begins a new ladder', () => {
    expect(ladderAt(climbSilently().info(3))?.rungs).toEqual([])
  })
})
