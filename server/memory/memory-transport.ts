import type { HttpExchange, HttpHeaders, HttpRequest, HttpResponse, HttpResponseHead } from '../http/http-exchange.ts'
import { headerOf } from '../http/http-exchange.ts'
import type { TaskScheduler } from '../runtime/task-scheduler.ts'
import { COMPRESSED, deflateMessage } from '../websocket/permessage-deflate.ts'
import type { WebSocketConnection, WebSocketListener, WebSocketRefusal } from '../websocket/websocket-connection.ts'
import type { WebSocketFrame } from '../websocket/websocket-frame.ts'
import { encodeWebSocketFrame } from '../websocket/websocket-frame-encoder.ts'
import { octetsOf, type WebSocketMessage } from '../websocket/websocket-message.ts'
import { type WebSocketArrival, WebSocketMessageReader } from '../websocket/websocket-message-reader.ts'
import { type MemoryHttpEvents, type MemoryHttpRequest, MemoryHttpWire } from './memory-http-wire.ts'

/** What a client is told about its WebSocket, as a browser tells it. */
export interface MemoryWebSocketEvents {
  onOpen(protocol: string): void
  onMessage(message: WebSocketMessage): void
  onClose(code: number, reason: string, wasClean: boolean): void
  /** The server answered the handshake with something else than 101. */
  onRefused(response: HttpResponse): void
}

/** A client's end of a WebSocket in memory. */
export interface MemoryWebSocket {
  /** In one frame, masked. */
  send(message: WebSocketMessage): void
  /** Octets as they stand, in one segment: frames, or what else no browser writes. */
  write(octets: Uint8Array): void
  close(code?: number, reason?: string): void
  /** A TCP reset. */
  terminate(): void
}

type Handle = (exchange: HttpExchange) => boolean

const NOT_FOUND: HttpResponse = { status: 404, headers: [], body: new Uint8Array() }

/** RFC 6455 §1.3's sample nonce: any 16 octets do. */
const SAMPLE_KEY = 'dGhlIHNhbXBsZSBub25jZQ=='

/** RFC 6455 §5.7's masking key: any four octets do. */
const SAMPLE_MASKING_KEY = Uint8Array.from([0x37, 0xfa, 0x21, 0x3d])

const upgradeHeaders = (host: string, protocols: readonly string[]): HttpHeaders => [
  ['Host', host],
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', SAMPLE_KEY],
  ...(protocols.length > 0 ? [['Sec-WebSocket-Protocol', protocols.join(', ')] as const] : []),
]

/** Who names a header itself is left its own. */
const withDefaults = (headers: HttpHeaders, defaults: HttpHeaders): HttpHeaders => [
  ...defaults.filter(([name]) => headerOf({ headers }, name) === null),
  ...headers,
]

const wholeResponse = (onResponse: (response: HttpResponse) => void): MemoryHttpEvents => {
  let head: HttpResponseHead = NOT_FOUND
  const body: number[] = []
  return {
    onHead(answer) {
      head = answer
    },
    onChunk: (octets) => body.push(...octets),
    onEnd: () => onResponse({ ...head, body: Uint8Array.from(body) }),
    onBreak: () => undefined,
  }
}

/**
 * A network without a network: requests and WebSockets between clients and a server in the same program. Everything
 * arrives one turn of the scheduler after it was sent, in order, never within the sender's own call.
 */
export class MemoryTransport {
  readonly #handle: Handle
  readonly #scheduler: TaskScheduler
  readonly #host: string

  constructor(handle: Handle, scheduler: TaskScheduler, host: string) {
    this.#handle = handle
    this.#scheduler = scheduler
    this.#host = host
  }

  /** A request whose answer is wanted whole; one whose connection the server drops is never answered. */
  request(request: HttpRequest, onResponse: (response: HttpResponse) => void): void {
    this.open(request, wholeResponse(onResponse))
  }

  /** A request whose answer comes piece by piece. */
  open(request: HttpRequest, events: MemoryHttpEvents): MemoryHttpRequest {
    const wire = new MemoryHttpWire((task) => this.#later(task), events)
    this.#later(() => {
      const exchange: HttpExchange = {
        request: { ...request, headers: [['Host', this.#host], ...request.headers] },
        respond: (response) => wire.respond(response),
        stream: (head, onAbort) => wire.stream(head, onAbort),
        upgrade: () => wire.respond(NOT_FOUND),
      }
      if (!this.#handle(exchange)) exchange.respond(NOT_FOUND)
    })
    return wire
  }

  connect(
    target: { readonly path: string; readonly query?: string },
    protocols: readonly string[],
    headers: HttpHeaders,
    events: MemoryWebSocketEvents,
  ): MemoryWebSocket {
    const wire = new MemoryWire((task) => this.#later(task), events)
    const refused = new MemoryHttpWire(
      (task) => this.#later(task),
      wholeResponse((response) => events.onRefused(response)),
    )
    const request: HttpRequest = {
      method: 'GET',
      path: target.path,
      query: target.query ?? '',
      headers: withDefaults(headers, upgradeHeaders(this.#host, protocols)),
      body: new Uint8Array(),
    }
    this.#later(() => {
      const exchange: HttpExchange = {
        request,
        respond: (response) => refused.respond(response),
        stream: (head, onAbort) => refused.stream(head, onAbort),
        upgrade: (answer, listen) => wire.open(answer, listen),
      }
      if (!this.#handle(exchange)) exchange.respond(NOT_FOUND)
    })
    return wire
  }

  #later(task: () => void): void {
    this.#scheduler.schedule(task, 0)
  }
}

const encoder = new TextEncoder()

/** The message as a client sends it: in one frame, masked (RFC 6455 §5.3). */
const framed = (message: WebSocketMessage, compresses: boolean): Uint8Array => {
  const payload = octetsOf(message)
  return encodeWebSocketFrame({
    opcode: message.kind,
    payload: compresses ? deflateMessage(payload) : payload,
    maskingKey: SAMPLE_MASKING_KEY,
    rsv: compresses ? COMPRESSED : 0,
  })
}

/** RFC 6455 §5.5.1. */
const closeFrame = (code: number | undefined, reason: string): Uint8Array =>
  encodeWebSocketFrame({
    opcode: 'close',
    payload: code === undefined ? new Uint8Array() : Uint8Array.of(code >> 8, code & 0xff, ...encoder.encode(reason)),
    maskingKey: SAMPLE_MASKING_KEY,
  })

/** Both ends of one WebSocket. A Close frame is answered by the other side with the same code, 1005 with 1000. */
class MemoryWire implements MemoryWebSocket {
  readonly #later: (task: () => void) => void
  readonly #events: MemoryWebSocketEvents
  #listener: WebSocketListener | null = null
  #reader = new WebSocketMessageReader(false)
  #waiting: (() => void)[] = []
  /** permessage-deflate was negotiated. */
  #compresses = false
  #closing = false
  #closed = false

  constructor(later: (task: () => void) => void, events: MemoryWebSocketEvents) {
    this.#later = later
    this.#events = events
  }

  open(headers: HttpHeaders, listen: (connection: WebSocketConnection) => WebSocketListener): void {
    this.#compresses = headerOf({ headers }, 'sec-websocket-extensions') !== null
    this.#reader = new WebSocketMessageReader(this.#compresses)
    this.#later(() => this.#events.onOpen(headerOf({ headers }, 'sec-websocket-protocol') ?? ''))
    const server: WebSocketConnection = {
      bufferedAmount: 0,
      ...(this.#compresses && { deflate: deflateMessage }),
      send: (message) => {
        if (!this.#closing) this.#later(() => this.#events.onMessage(message))
      },
      close: (code = 1000, reason = '') => this.#closeFromServer(code, reason),
      terminate: () => this.#break(),
    }
    this.#listener = listen(server)
    for (const task of this.#waiting.splice(0)) this.#later(task)
  }

  send(message: WebSocketMessage): void {
    this.#toServer(() => this.#read(framed(message, this.#compresses)))
  }

  write(octets: Uint8Array): void {
    this.#toServer(() => this.#read(octets))
  }

  close(code?: number, reason = ''): void {
    this.#toServer(() => this.#read(closeFrame(code, reason)))
  }

  terminate(): void {
    this.#toServer(() => this.#break())
  }

  #read(octets: Uint8Array): void {
    if (this.#closing) return
    for (const arrival of this.#reader.push(octets)) this.#tell(arrival)
  }

  #tell(arrival: WebSocketArrival): void {
    const listener = this.#listener
    // What it was told before may have made it close.
    if (listener === null || this.#closing) return
    switch (arrival.kind) {
      case 'message':
        listener.onMessage(arrival.message)
        break
      case 'fragment':
        listener.onFragment?.(arrival.frame)
        break
      case 'control':
        listener.onControl(arrival.opcode, arrival.payload, arrival.frame)
        break
      case 'close': {
        const { code, reason, frame } = arrival
        this.#closing = true
        this.#end(code, reason, { code: code === 1005 ? 1000 : code, reason }, frame)
        break
      }
      case 'refused': {
        const { code, refusal } = arrival
        this.#closing = true
        this.#end(code, '', { code, reason: '' }, null, refusal)
      }
    }
  }

  #toServer(task: () => void): void {
    if (this.#listener) this.#later(task)
    else this.#waiting.push(task)
  }

  #closeFromServer(code: number, reason: string): void {
    if (this.#closing) return
    this.#closing = true
    this.#later(() => this.#end(code, reason, { code, reason }))
  }

  #break(): void {
    this.#closing = true
    this.#end(1006, '', { code: 1006, reason: '' })
  }

  #end(
    code: number,
    reason: string,
    client: { readonly code: number; readonly reason: string },
    frame: WebSocketFrame | null = null,
    refusal: WebSocketRefusal | null = null,
  ): void {
    if (this.#closed) return
    this.#closed = true
    this.#listener?.onClose(code, reason, frame, refusal)
    this.#later(() => this.#events.onClose(client.code, client.reason, client.code !== 1006))
  }
}
