import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type {
  HttpExchange,
  HttpHeaders,
  HttpRequest,
  HttpResponse,
  HttpResponseHead,
  HttpResponseStream,
} from '../http/http-exchange.ts'
import { upgradeWebSocket } from './websocket-transport.ts'

/** trace.md, Who may speak. */
const BODY_LIMIT = 1024 * 1024

const NOTHING = new Uint8Array()

const headersOf = (raw: readonly string[]): HttpHeaders =>
  Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index] ?? '', raw[2 * index + 1] ?? ''] as const)

export const toHttpRequest = (incoming: IncomingMessage, body: Uint8Array = NOTHING): HttpRequest => {
  const url = incoming.url ?? '/'
  const mark = url.indexOf('?')
  const { remoteAddress } = incoming.socket
  return {
    method: incoming.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    headers: headersOf(incoming.rawHeaders),
    body,
    ...(remoteAddress !== undefined && { remoteAddress }),
  }
}

/** @returns null when the body is larger than a request may be */
export const readBody = async (incoming: IncomingMessage): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > BODY_LIMIT) return null
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

export const writeResponse = (response: ServerResponse, { status, headers, body }: HttpResponse): void => {
  response.writeHead(status, headers.flat())
  response.end(body)
}

/** Each piece is one chunk of HTTP/1.1; node streams to HTTP/1.0 clients without chunks. */
const streamResponse = (
  response: ServerResponse,
  { status, headers }: HttpResponseHead,
  onAbort: () => void,
): HttpResponseStream => {
  let isOver = false
  response.writeHead(status, headers.flat())
  const closed = (): void => {
    if (!isOver) onAbort()
    isOver = true
  }
  // Its client may have gone before there was anything to say.
  if (response.destroyed) process.nextTick(closed)
  else response.on('close', closed)
  return {
    get bufferedAmount() {
      return response.writableLength
    },
    write(octets) {
      if (!isOver) response.write(octets)
    },
    end() {
      isOver = true
      response.end()
    },
    terminate() {
      isOver = true
      response.destroy()
    },
  }
}

/** A request that node gave to its request listener: it cannot become a WebSocket. */
export const plainExchange = (request: HttpRequest, response: ServerResponse): HttpExchange => ({
  request,
  respond: (answer) => writeResponse(response, answer),
  stream: (head, onAbort) => streamResponse(response, head, onAbort),
  upgrade: () => {
    throw new Error('a request without Upgrade cannot become a WebSocket')
  },
})

/** A request that node gave to its upgrade listener: it may become a WebSocket or be answered like any other. */
export const upgradeExchange = (incoming: IncomingMessage, socket: Duplex, head: Buffer): HttpExchange => ({
  request: toHttpRequest(incoming),
  respond: (answer) => refuseUpgrade(incoming, socket, answer),
  stream: (head, onAbort) => streamResponse(lastResponse(incoming, socket), head, onAbort),
  upgrade: (headers, listen) => upgradeWebSocket(incoming, socket, head, headers, listen),
})

/** Answers an upgrade request with an ordinary response and closes its connection. */
export const refuseUpgrade = (incoming: IncomingMessage, socket: Duplex, answer: HttpResponse): void => {
  writeResponse(lastResponse(incoming, socket), answer)
}

/** Of a connection that node has let go of. */
const lastResponse = (incoming: IncomingMessage, socket: Duplex): ServerResponse => {
  const response = new ServerResponse(incoming)
  response.shouldKeepAlive = false
  response.assignSocket(socket as Socket)
  response.on('finish', () => socket.end())
  // Nobody else reads it, and an end that is not read is not seen.
  socket.resume()
  socket.on('end', () => socket.destroy())
  return response
}
