import { describe, expect, test } from 'vitest'
import type { ClientReport, HttpFact, SockJsFact } from '#trace'
import { applyToLadders } from './apply-to-ladders.ts'
import type { LadderState } from './ladder-state.ts'
import { TraceBuilder } from './trace-builder.ts'

const UPGRADE = [['Upgrade', 'websocket']] as const

/** Bob and the server, both telling. */
class Climb {
  readonly builder = new TraceBuilder()
  #session = 0

  report(report: ClientReport): this {
    this.builder.add({ type: 'client.reported', station: 'client', ...report }, { cause: null, client: 'B' })
    return this
  }

  wait(milliseconds: number): this {
    this.builder.wait(milliseconds)
    return this
  }

  info(took: number): this {
    const requested = this.#request('GET', '/ws/info')
    this.wait(took)
    return this.#answer(requested, 200)
  }

  /** A transport's first request, under a session of its own. */
  request(segment: string, status: number | null): this {
    this.#session += 1
    const requested = this.#request('POST', `/ws/042/session${this.#session}/${segment}?client=B`)
    return status === null ? this : this.#answer(requested, status)
  }

  refuseUpgrade(): this {
    this.request('websocket', null)
    const requested = this.builder.newest
    const checks = [{ check: 'upgrade', outcome: 'failed', value: null }] as const
    const refused = { accepted: false, status: 400, reason: 'Can "Upgrade" only to "WebSocket".' }
    this.#add({
      ...{ type: 'handshake.decided', station: 'httpEndpoint', checks, ...refused },
      ...{ subProtocol: null, key: null, accept: null },
    })
    return this.#answer(requested, 400)
  }

  sessionOpened(transport: string): this {
    const sessionId = `session${this.#session}`
    this.#add({ type: 'sockjs.session-opened', station: 'sockJsService', serverId: '042', sessionId, transport })
    return this
  }

  get ladder(): LadderState | undefined {
    return this.at(this.builder.log.next)
  }

  at(cursor: number): LadderState | undefined {
    let ladders: readonly LadderState[] = []
    for (let seq = 0; seq < cursor; seq++) {
      const event = this.builder.log.at(seq)
      if (event !== undefined) ladders = applyToLadders(ladders, event, this.builder.log)
    }
    return ladders[0]
  }

  /** What became of each transport. */
  get ends(): readonly unknown[] | undefined {
    return this.ladder?.rungs.map(({ transport, end }) => [transport, end?.kind ?? 'pending'])
  }

  #request(method: string, path: string): number {
    const headers = path.includes('websocket') ? UPGRADE : []
    const fact = { type: 'http.requested', station: 'httpEndpoint', method, path, headers, body: { text: '' } } as const
    return this.builder.add(fact, { cause: null, client: 'B' })
  }

  #answer(cause: number, status: number): this {
    const fact = { type: 'http.responded', station: 'httpEndpoint', status, headers: [], body: { text: '' } } as const
    this.builder.add(fact, { cause, client: 'B' })
    return this
  }

  #add(fact: HttpFact | SockJsFact): void {
    this.builder.add(fact, { client: 'B' })
  }
}

const tried = (transport: string, deadline: number, roundTrip = 12): ClientReport => ({
  report: 'transport-tried',
  transport,
  deadline,
  roundTrip,
})
const gaveUp = (transport: string, reason: string): ClientReport => ({ report: 'transport-failed', transport, reason })

const climbToStreaming = (): Climb =>
  new Climb()
    .report({ report: 'connecting', transport: 'Auto (SockJS)' })
    .info(3)
    .report(tried('websocket', 624))
    .refuseUpgrade()
    .wait(10)
    .report(gaveUp('websocket', '1006 Connection to server lost'))
    .report(tried('xhr-streaming', 624))
    .request('xhr_streaming', 200)
    .sessionOpened('xhr_streaming')

describe('the ladder of a client that reports', () => {
  test('what /info took is what the client saw, not what the server needed', () => {
    const climb = new Climb().report({ report: 'connecting', transport: 'Auto (SockJS)' }).info(3)
    expect(climb.ladder?.info).toMatchObject({ status: 200 })
    expect(climb.ladder?.info?.took).toBeCloseTo(3, 0)
    climb.report(tried('websocket', 624))
    expect(climb.ladder?.info).toMatchObject({ status: 200, took: 12 })
  })

  test('a refused Upgrade says its status and the check that failed, then the next transport is tried', () => {
    const [websocket, streaming] = climbToStreaming().ladder?.rungs ?? []
    expect(websocket).toMatchObject({ transport: 'websocket', status: 400, refusal: 'upgrade' })
    expect(websocket?.end).toMatchObject({ kind: 'failed', reason: '1006 Connection to server lost' })
    expect(streaming?.address).toEqual({ base: '/ws', server: '042', session: 'session2', segment: 'xhr_streaming' })
    expect(streaming).toMatchObject({ transport: 'xhr-streaming', status: 200, end: null })
  })

  test('an open session of the server is no open connection before the client says so', () => {
    const climb = climbToStreaming()
    expect(climb.ladder?.outcome).toBe('climbing')
    climb.report({ report: 'transport-opened', transport: 'xhr-streaming' })
    expect(climb.ladder?.outcome).toBe('open')
    expect(climb.ends).toEqual([
      ['websocket', 'failed'],
      ['xhr-streaming', 'opened'],
    ])
  })

  test('it has the deadline of the transport that failed early, because its timer still runs (SockJS 1.6.1)', () => {
    const [websocket, streaming] = climbToStreaming().ladder?.rungs ?? []
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
      climb.ladder?.rungs.map(({ transport, end }) => [transport, end !== null && 'timer' in end && end.timer]),
    ).toEqual([
      ['websocket', false],
      ['xhr-streaming', 'websocket'],
      ['eventsource', 'xhr-streaming'],
      ['iframe-eventsource', 'eventsource'],
      ['htmlfile', false],
    ])
    expect(climb.ladder?.rungs.at(-1)?.deadline?.transport).toBe('iframe-eventsource')
  })

  test('a request that is quicker than its report is the same try', () => {
    const climb = new Climb()
      .info(3)
      .report({ report: 'connecting', transport: 'xhr-streaming' })
      .request('xhr_streaming', 200)
      .report(tried('xhr-streaming', 624))
    expect(climb.ladder).toMatchObject({ wanted: 'xhr-streaming', info: { status: 200 } })
    expect(climb.ladder?.rungs).toHaveLength(1)
    expect(climb.ladder?.rungs[0]).toMatchObject({ reported: true, status: 200 })
  })

  test('a try that ends before any transport was open has failed, with the code that the client saw', () => {
    const climb = new Climb().report({ report: 'connecting', transport: 'websocket' }).info(3)
    climb.report(tried('websocket', 624)).report(gaveUp('websocket', '1006 Connection to server lost'))
    climb.report({ report: 'closed', code: 2000, reason: 'All transports failed', wasClean: false })
    expect(climb.ladder).toMatchObject({ outcome: 'failed', closeCode: 2000 })
    expect(climb.ends).toEqual([['websocket', 'failed']])
  })

  test('a raw WebSocket has one rung, with the status of its handshake', () => {
    const climb = new Climb().report({ report: 'connecting', transport: 'raw WebSocket' })
    climb.report({ report: 'transport-tried', transport: 'raw WebSocket', deadline: null })
    const headers = UPGRADE
    const body = { text: '' }
    climb.builder.add({ type: 'http.requested', station: 'httpEndpoint', method: 'GET', path: '/ws', headers, body })
    climb.builder.add({ type: 'http.responded', station: 'httpEndpoint', status: 403, headers: [], body })
    expect(climb.ladder?.rungs).toMatchObject([{ transport: 'raw WebSocket', status: 403, deadline: null }])
  })

  test('the next try begins a new ladder', () => {
    const climb = climbToStreaming().report({ report: 'transport-opened', transport: 'xhr-streaming' })
    climb.report({ report: 'closed', code: 1006, reason: '', wasClean: false })
    expect(climb.ladder?.outcome).toBe('open')
    climb.report({ report: 'connecting', transport: 'Auto (SockJS)' })
    expect(climb.ladder).toMatchObject({ outcome: 'climbing', info: null, rungs: [] })
  })

  test('each cursor has its own rungs', () => {
    const climb = climbToStreaming()
    const counts = Array.from(
      { length: climb.builder.log.next + 1 },
      (_, cursor) => climb.at(cursor)?.rungs.length ?? 0,
    )
    expect(counts).toEqual(counts.toSorted())
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]))
  })
})

describe("the ladder of a client that says nothing, by the server's facts", () => {
  const climbSilently = (): Climb =>
    new Climb().info(4).refuseUpgrade().wait(5).request('xhr_streaming', 200).sessionOpened('xhr_streaming')

  test('a refused request has failed, an open session is open', () => {
    const climb = climbSilently()
    expect(climb.ladder).toMatchObject({ wanted: null, outcome: 'open', info: { status: 200 } })
    expect(climb.ends).toEqual([
      ['websocket', 'failed'],
      ['xhr-streaming', 'opened'],
    ])
    expect(climb.ladder?.rungs[0]).toMatchObject({ status: 400, refusal: 'upgrade', deadline: null })
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
    expect(climb.at(log.next)).toEqual(climb.at(log.next - 2))
  })

  test('an open session that it leaves for another transport had not been open for the client', () => {
    const climb = climbSilently().wait(600).request('eventsource', 200)
    expect(climb.ends).toEqual([
      ['websocket', 'failed'],
      ['xhr-streaming', 'failed'],
      ['eventsource', 'pending'],
    ])
  })

  test('its question for /info begins a new ladder', () => {
    expect(climbSilently().info(3).ladder?.rungs).toEqual([])
  })
})
