import type { HttpExchange, HttpRequest, HttpResponse } from '../http/http-exchange.ts'
import { httpResponse } from '../http/http-response.ts'
import type { IdGenerator } from '../runtime/id-generator.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import type { ClientTag, FaultName, StrikingFault } from '../trace/index.ts'
import type { WebSocketHandler } from '../websocket/websocket-session.ts'
import { ActiveFaults, type FaultChanged } from './active-faults.ts'
import { changedRequest } from './changed-request.ts'
import { isHeartbeatToClient } from './client-text.ts'
import { FaultyConnection } from './faulty-connection.ts'
import { faultyStream } from './faulty-stream.ts'
import type { Lane } from './lane.ts'
import { Line, type LineParts } from './line.ts'
import type { Sponge } from './sponge.ts'

export interface FaultyNetworkPorts {
  /** Its clock is the lab's. */
  readonly scheduler: TaskScheduler
  readonly ids: IdGenerator
  readonly clientOf: (session: string) => ClientTag | null
  readonly onStrike: (fault: StrikingFault, what: string, client: ClientTag | null) => void
  readonly onChange: (change: FaultChanged) => void
}

/** @param isForeign it comes from a site that no endpoint should take */
type Deliver = (exchange: HttpExchange, isForeign: boolean) => void

/** What a proxy says whose application is down (RFC 9110 §15.6.3). */
const BAD_GATEWAY: HttpResponse = httpResponse(502, 'Bad Gateway', [['Content-Type', 'text/plain']])

/** Faults that keep things waiting: whatever waits goes on when one of them ends. */
const SLOWS: ReadonlySet<FaultName> = new Set(['latency', 'slow-reader'])

const decoder = new TextDecoder()

const isHeartbeatAnswer = ({ body }: HttpResponse): boolean =>
  body.length < 100 && body.length > 0 && isHeartbeatToClient(decoder.decode(body))

/** Everything between a client's socket and the application: it carries what is sent, and what faults leave of it. */
export class FaultyNetwork {
  readonly faults: ActiveFaults
  readonly #scheduler: TaskScheduler
  readonly #silent = new Set<string>()
  readonly #busy = new Set<Lane>()
  readonly #sponges = new Set<Sponge>()
  readonly #parts: LineParts
  /** The line whose WebSocket is being opened: the session that appears meanwhile is its own. */
  #opening: Line | null = null

  constructor({ scheduler, ids, clientOf, onStrike, onChange }: FaultyNetworkPorts) {
    this.#scheduler = scheduler
    this.faults = new ActiveFaults(scheduler, (change) => {
      onChange(change)
      if (change.before === null || change.by === 'strike') return
      if (SLOWS.has(change.fault)) for (const lane of [...this.#busy]) lane.clear()
      if (change.fault === 'buffer-streaming') for (const sponge of this.#sponges) sponge.remove()
    })
    this.#parts = {
      faults: this.faults,
      scheduler,
      ids,
      silent: this.#silent,
      busy: this.#busy,
      sponges: this.#sponges,
      clientOf,
      onStrike,
    }
  }

  carry(exchange: HttpExchange, deliver: Deliver): void {
    const line = new Line(this.#parts, exchange.request)
    if (line.isSilent) return
    if (line.strikes('server-restart', requestLine(exchange.request))) {
      line.carryToClient(() => exchange.respond(BAD_GATEWAY), 0)
      return
    }
    const { request, isForeign } = changedRequest(exchange.request, line)
    line.carryToServer(() => deliver(this.#exchange(exchange, request, line), isForeign))
  }

  /** From now on nothing crosses the connection of that session, and nobody is told. */
  silence(session: string): void {
    this.#silent.add(session)
  }

  /** The handler, told of by the network, which learns whose line it is. */
  watching(inner: WebSocketHandler): WebSocketHandler {
    return {
      afterConnectionEstablished: (session) => {
        if (this.#opening !== null) this.#opening.session = session.id
        inner.afterConnectionEstablished(session)
      },
      handleMessage: (session, message) => inner.handleMessage(session, message),
      afterConnectionClosed: (session, status) => {
        this.#silent.delete(session.id)
        inner.afterConnectionClosed(session, status)
      },
    }
  }

  #exchange(inner: HttpExchange, request: HttpRequest, line: Line): HttpExchange {
    return {
      request,
      respond: (response) => {
        if (line.isSilent) return
        const isDropped =
          line.find('drop-heart-beats-to-client') !== null &&
          isHeartbeatAnswer(response) &&
          line.strikes('drop-heart-beats-to-client', 'heart-beat')
        const carried = isDropped ? { ...response, body: new Uint8Array() } : response
        line.carryToClient(() => inner.respond(carried), 0)
      },
      stream: (head, onAbort) =>
        faultyStream((aborted) => inner.stream(head, aborted), onAbort, line, requestLine(request)),
      upgrade: (headers, listen) =>
        line.carryToClient(
          () =>
            inner.upgrade(headers, (connection) => {
              const faulty = new FaultyConnection(connection, line, this.#scheduler)
              this.#opening = line
              const listener = listen(faulty)
              this.#opening = null
              return faulty.heardBy(listener)
            }),
          0,
        ),
    }
  }
}

const requestLine = ({ method, path }: HttpRequest): string => `${method} ${path}`
