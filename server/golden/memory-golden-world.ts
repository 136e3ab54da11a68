import type { HttpHeaders, HttpResponseHead } from '../http/http-exchange.ts'
import type { MemoryHttpRequest } from '../memory/memory-http-wire.ts'
import type { MemoryWebSocket } from '../memory/memory-transport.ts'
import { createSimulation, SIMULATED_HOST, type Simulation, type SimulationOptions } from '../simulation.ts'
import type { TraceEvent } from '../trace/index.ts'
import type { GoldenAction, GoldenSaw } from './golden-file.ts'
import { type GoldenWorld, QUIET } from './golden-world.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const octetsOf = (text: string): string => text.replaceAll('^@', '\0')
const latin1 = (octets: Uint8Array): string => String.fromCharCode(...octets)
const fromLatin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** A recording played in memory: the same server, virtual time, no socket. */
export class MemoryGoldenWorld implements GoldenWorld {
  readonly simulation: Simulation
  readonly #sockets = new Map<string, MemoryWebSocket>()
  readonly #requests = new Map<string, MemoryHttpRequest>()
  #saw: GoldenSaw[] = []
  #collected = 0

  constructor(options: SimulationOptions) {
    this.simulation = createSimulation(options)
  }

  act(action: GoldenAction): void {
    if (action.open !== undefined) this.#open(action.open, action)
    else if (action.request !== undefined) this.#request(action.request, action)
    else if (action.send !== undefined) this.#send(action.send, action)
    else if (action.close !== undefined) this.#sockets.get(action.close)?.close(action.code, action.reason)
    else if (action.terminate !== undefined) this.#sockets.get(action.terminate)?.terminate()
    else if (action.abort !== undefined) this.#requests.get(action.abort)?.abort()
  }

  async settle(wait: number): Promise<void> {
    this.simulation.scheduler.advance(wait + QUIET)
  }

  collect(): { readonly saw: readonly GoldenSaw[]; readonly events: readonly TraceEvent[] } {
    const { ring } = this.simulation.lab
    const collected = { saw: this.#saw, events: ring.range(this.#collected, ring.next) }
    this.#saw = []
    this.#collected = ring.next
    return collected
  }

  async close(): Promise<void> {
    this.simulation.lab.close({ code: 1001, reason: null })
  }

  #open(who: string, action: GoldenAction): void {
    const see = (saw: Omit<GoldenSaw, 'who'>) => this.#saw.push({ who, ...saw })
    const { path, query } = target(action)
    this.#sockets.set(
      who,
      this.simulation.transport.connect({ path, query }, action.protocols ?? [], headersOf(action), {
        onOpen: (protocol) => see({ opened: true, ...(protocol !== '' && { protocol }) }),
        onMessage: (message) =>
          see(message.kind === 'text' ? { text: message.text } : { binary: latin1(message.octets) }),
        onClose: (code, reason) => see({ closed: code, ...(reason !== '' && { reason }) }),
        onRefused: ({ status, body }) => see({ refused: status, body: decoder.decode(body) }),
      }),
    )
  }

  #send(who: string, action: GoldenAction): void {
    const socket = this.#sockets.get(who)
    for (const text of action.texts ?? (action.text === undefined ? [] : [action.text]))
      socket?.send({ kind: 'text', text: octetsOf(text) })
    if (action.binary !== undefined) socket?.send({ kind: 'binary', octets: fromLatin1(octetsOf(action.binary)) })
  }

  #request(who: string, action: GoldenAction): void {
    const request = {
      method: action.method ?? 'GET',
      ...target(action),
      headers: headersOf(action),
      body: encoder.encode(action.body ?? ''),
    }
    this.#requests.set(
      who,
      this.simulation.transport.open(request, {
        onHead: (head) => this.#answered(who, head),
        onChunk: (octets) => this.#saw.push({ who, chunk: decoder.decode(octets) }),
        onEnd: () => this.#saw.push({ who, ended: true }),
        onBreak: () => undefined,
      }),
    )
  }

  #answered(who: string, { status, headers }: HttpResponseHead): void {
    this.#saw.push({
      who,
      status,
      headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    })
  }
}

const target = (action: GoldenAction): { readonly path: string; readonly query: string } => {
  const [path = '/', query = ''] = (action.path ?? '/').split('?')
  return { path, query }
}

const headersOf = (action: GoldenAction): HttpHeaders =>
  Object.entries(action.headers ?? {}).map(
    ([name, value]) => [name, value.replaceAll('{origin}', `http://${SIMULATED_HOST}`)] as const,
  )
