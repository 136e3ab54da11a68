import type { ClientReport, HttpFact, SockJsFact } from '#trace'
import { TraceBuilder } from './trace-builder.ts'

export const UPGRADE = [['Upgrade', 'websocket']] as const

/** A log of Bob on his way to a connection, told by him and by the server. */
export class ClimbLog {
  readonly builder = new TraceBuilder()
  #session = 0
  #reported: number | null = null

  report(report: ClientReport): this {
    const cause = this.#reported
    this.#reported = this.builder.add({ type: 'client.reported', station: 'client', ...report }, { cause, client: 'B' })
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
    const refused = { accepted: false, status: 400, reason: 'upgrade' }
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

export const tried = (transport: string, deadline: number, roundTrip = 12): ClientReport => ({
  report: 'transport-tried',
  transport,
  deadline,
  roundTrip,
})
export const gaveUp = (transport: string, reason: string): ClientReport => ({
  report: 'transport-failed',
  transport,
  reason,
})

export const climbToStreaming = (): ClimbLog =>
  new ClimbLog()
    .report({ report: 'connecting', transport: 'Auto (SockJS)' })
    .info(3)
    .report(tried('websocket', 624))
    .refuseUpgrade()
    .wait(10)
    .report(gaveUp('websocket', '1006 Connection to server lost'))
    .report(tried('xhr-streaming', 624))
    .request('xhr_streaming', 200)
    .sessionOpened('xhr_streaming')
