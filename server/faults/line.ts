import type { HttpRequest } from '../http/http-exchange.ts'
import { queryParameter } from '../http/query-parameter.ts'
import type { IdGenerator } from '../runtime/id-generator.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import type { ActiveFault, ClientTag, FaultName, StrikingFault } from '../trace/index.ts'
import type { ActiveFaults } from './active-faults.ts'
import { changedClientText, isHeartbeat } from './client-text.ts'
import { Lane } from './lane.ts'
import { commandOf, spoilFrame, withExpiredToken } from './spoil-frame.ts'
import type { Sponge } from './sponge.ts'

export interface LineParts {
  readonly faults: ActiveFaults
  readonly scheduler: TaskScheduler
  readonly ids: IdGenerator
  /** Sessions whose connection is half-open. */
  readonly silent: ReadonlySet<string>
  readonly busy: Set<Lane>
  /** Proxies that hold streams back. */
  readonly sponges: Set<Sponge>
  readonly clientOf: (session: string) => ClientTag | null
  readonly onStrike: (fault: StrikingFault, what: string, client: ClientTag | null) => void
}

/** `…/{server}/{session}/{transport}` of a SockJS request (sockjs.md §1). */
const SOCKJS_PATH = /\/[^/]+\/([^/]+)\/([a-z_]+)$/

/** The way between one client and the server: of a request and its answer, or of a WebSocket while it is open. */
export class Line {
  readonly #parts: LineParts
  readonly #wanted: ClientTag | null
  readonly #toServer: Lane
  readonly #toClient: Lane
  /** What clients write on it is a JSON array of strings. */
  readonly isSockJs: boolean
  session: string | null

  constructor(parts: LineParts, request: HttpRequest) {
    const [, session = null] = SOCKJS_PATH.exec(request.path) ?? []
    this.#parts = parts
    this.#wanted = queryParameter(request, 'client')
    this.#toServer = new Lane(parts.scheduler, parts.busy)
    this.#toClient = new Lane(parts.scheduler, parts.busy)
    this.isSockJs = session !== null
    this.session = session
  }

  get isSilent(): boolean {
    return this.session !== null && this.#parts.silent.has(this.session)
  }

  /** Octets for the client that have not left. */
  get unread(): number {
    return this.#toClient.unread
  }

  find<Name extends FaultName>(name: Name): Extract<ActiveFault, { fault: Name }> | null {
    return this.#parts.faults.isEmpty ? null : this.#parts.faults.find(name, this.#client)
  }

  /** @returns whether the fault is on; if so it has struck */
  strikes(name: StrikingFault, what: string): boolean {
    const fault = this.find(name)
    if (fault === null) return false
    this.#parts.onStrike(name, what, this.#client)
    this.#parts.faults.spend(fault)
    return true
  }

  carryToServer(task: () => void): void {
    this.#toServer.carry(task, 0, { delay: this.#delay('toServer'), octetsPerSecond: null })
  }

  /** @param octets that a slow reader has to read */
  carryToClient(task: () => void, octets: number): void {
    const octetsPerSecond = octets === 0 ? null : (this.#use('slow-reader')?.octetsPerSecond ?? null)
    this.#toClient.carry(task, octets, { delay: this.#delay('toClient'), octetsPerSecond })
  }

  /** What was on its way to the client never comes. */
  cutToClient(): void {
    this.#toClient.cut()
  }

  /** How many octets a proxy lets go at a time, null: all at the end; undefined: there is none in the way. */
  soaks(sponge: Sponge, request: string): number | null | undefined {
    const fault = this.find('buffer-streaming')
    if (fault === null) return undefined
    this.#parts.sponges.add(sponge)
    this.strikes('buffer-streaming', request)
    return fault.octets
  }

  /** Its stream is over. */
  forget(sponge: Sponge): void {
    this.#parts.sponges.delete(sponge)
  }

  /** What becomes of a client's text; null: nothing arrives. */
  textToServer(text: string): string | null {
    if (this.#parts.faults.isEmpty) return text
    return changedClientText({ text, isSockJs: this.isSockJs }, (stompText) => this.#stompTextToServer(stompText))
  }

  get #client(): ClientTag | null {
    const known = this.session === null ? null : this.#parts.clientOf(this.session)
    return known ?? this.#wanted
  }

  #stompTextToServer(text: string): string | undefined {
    if (isHeartbeat(text)) return this.strikes('drop-heart-beats-to-server', 'heart-beat') ? undefined : text
    const command = commandOf(text)
    if (command === null) return text
    const isConnect = command === 'CONNECT' || command === 'STOMP'
    const carried = isConnect && this.strikes('bad-token', command) ? withExpiredToken(text) : text
    const malformed = this.find('malformed-frame')
    if (malformed === null) return carried
    this.strikes('malformed-frame', command)
    return spoilFrame(carried, malformed.flaw)
  }

  #delay(direction: 'toServer' | 'toClient'): number {
    const latency = this.#use('latency')
    if (latency === null) return 0
    return latency[direction] + (latency.jitter > 0 ? this.#parts.ids.below(latency.jitter + 1) : 0)
  }

  #use<Name extends Exclude<FaultName, StrikingFault>>(name: Name): Extract<ActiveFault, { fault: Name }> | null {
    const fault = this.find(name)
    if (fault !== null) this.#parts.faults.spend(fault)
    return fault
  }
}
