import { FaultyNetwork } from '../faults/faulty-network.ts'
import { type Arrival, GateKeeper, HELD_LIMIT } from '../gates/gate-keeper.ts'
import { type HttpExchange, headerOf } from '../http/http-exchange.ts'
import { httpResponse } from '../http/http-response.ts'
import { queryParameter } from '../http/query-parameter.ts'
import type { IdGenerator } from '../runtime/id-generator.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import type { ClientTag, FaultChange, GateFact, LabCommand } from '../trace/index.ts'
import type { Conversation, Tracer } from '../tracing/tracer.ts'
import type { WebSocketHandler } from '../websocket/websocket-session.ts'
import { type CommandReply, DONE, refuse } from './command-reply.ts'
import type { HttpThreads } from './http-threads.ts'

export interface LabDoorwayParts {
  /** Its clock is the lab's. */
  readonly scheduler: TaskScheduler
  readonly ids: IdGenerator
  readonly threads: HttpThreads
  /** Null: nobody watches. */
  readonly tracer: Tracer | null
  readonly clientOf: (session: string) => ClientTag | null
  /** The application goes down, and comes back with nothing in its memory. */
  readonly stop: () => void
  readonly restart: () => void
}

/** A `HandshakeInterceptor` that sets a status and returns false (spring.md 5.2). */
const FORBIDDEN = httpResponse(403)

/** Where the story of something that waits was left. */
interface Story {
  readonly seq: number | null
  readonly conversation: Conversation | null
}

type Ending = Extract<GateFact, { held: number }>['type']

/** What every request passes before the application answers it: the network with its faults, then gate G1. */
export class LabDoorway {
  readonly #network: FaultyNetwork
  readonly #gates: GateKeeper<Story>

  constructor(parts: LabDoorwayParts) {
    const { scheduler, ids, threads, tracer, clientOf } = parts
    this.#network = new FaultyNetwork({
      scheduler,
      ids,
      clientOf,
      onStrike: (fault, what, client) =>
        tracer?.record({ type: 'fault.struck', station: 'network', fault, what }, { client }),
      onChange: (change) => {
        const { fault, before, after } = change
        const changed = tracer?.record(
          { type: 'fault.changed', station: 'network', ...change },
          { cause: null, client: (after ?? before)?.client },
        )
        if (fault !== 'server-restart' || (before !== null && after !== null)) return
        const effect = after === null ? parts.restart : parts.stop
        threads.run(() => (tracer === null ? effect() : tracer.within(changed ?? null, effect, null)))
      },
    })
    this.#gates = new GateKeeper<Story>(scheduler, {
      onChange: (before, after, by) =>
        tracer?.record({ type: 'gate.changed', station: 'application', before, after, by }, { cause: null }),
      onHeld: (waiting, queue) => ({
        seq: tracer?.record({ type: 'gate.held', station: 'httpEndpoint', waiting, queue }) ?? null,
        conversation: tracer?.conversation ?? null,
      }),
      onEnd: (how, { gate, held, since, client }, { seq, conversation }, goOn) => {
        const type: Ending = `gate.${how}`
        const waited = scheduler.now() - since
        threads.run(() => {
          if (tracer === null) return goOn()
          const ended = tracer.record({ type, station: 'httpEndpoint', gate, held, waited }, { cause: seq, client })
          tracer.within(ended, goOn, conversation)
        })
      },
      onOverfull: ({ gate }) =>
        tracer?.record({ type: 'gate.overfull', station: 'httpEndpoint', gate, limit: HELD_LIMIT }),
    })
  }

  carry(exchange: HttpExchange, deliver: (exchange: HttpExchange, isForeign: boolean) => void): void {
    this.#network.carry(exchange, deliver)
  }

  /** Before a handshake or a SockJS request is answered: gate G1. */
  admit(exchange: HttpExchange, proceed: () => void): void {
    this.#gates.arrive(arrivalOf(exchange, proceed))
  }

  watching(handler: WebSocketHandler): WebSocketHandler {
    return this.#network.watching(handler)
  }

  /** The page is gone. */
  leave(page: string): void {
    this.#gates.leave(page)
  }

  silence(session: string): void {
    this.#network.silence(session)
  }

  execute(command: Extract<LabCommand, { command: 'set-faults' | 'set-gates' | 'release' | 'drop' }>): CommandReply {
    switch (command.command) {
      case 'set-faults':
        return this.#setFaults(command.faults)
      case 'set-gates': {
        const unread = this.#gates.set(command.page, command.gates)
        return unread === null ? DONE : refuse('invalid', `"${unread}" is no condition; one is from:B type:Upgrade.`)
      }
      case 'release':
        if (command.held === 'all') this.#gates.releaseAll()
        else if (!this.#gates.release(command.held)) return notHeld(command.held)
        return DONE
      case 'drop':
        return this.#gates.drop(command.held) ? DONE : notHeld(command.held)
    }
  }

  #setFaults(changes: readonly FaultChange[]): CommandReply {
    for (const change of changes) this.#network.faults.set(change)
    return DONE
  }
}

const notHeld = (held: number): CommandReply => refuse('not-held', `Nothing waits under the number ${held}.`)

const arrivalOf = (exchange: HttpExchange, proceed: () => void): Arrival => {
  const { request } = exchange
  const { method, path } = request
  const client = queryParameter(request, 'client')
  const upgrade = headerOf(request, 'upgrade') !== null
  return {
    gate: 'G1',
    client,
    thing: { kind: 'request', method, path, upgrade },
    subject: { from: client ?? '', type: upgrade ? 'Upgrade' : method, path },
    proceed,
    refuse: () => exchange.respond(FORBIDDEN),
  }
}
