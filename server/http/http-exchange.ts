import type { WebSocketConnection, WebSocketListener } from '../websocket/websocket-connection.ts'

/** In order, repeats kept, names as they were written. */
export type HttpHeaders = readonly (readonly [name: string, value: string])[]

export interface HttpRequest {
  readonly method: string
  /** As it stood in the request line, undecoded, without the query. */
  readonly path: string
  /** Without `?`. Empty when there is none. */
  readonly query: string
  readonly headers: HttpHeaders
  readonly body: Uint8Array
  /** The client's, without its port. Absent where no network is between. */
  readonly remoteAddress?: string
}

export interface HttpResponseHead {
  readonly status: number
  readonly headers: HttpHeaders
}

export interface HttpResponse extends HttpResponseHead {
  readonly body: Uint8Array
}

/** A response whose body comes piece by piece. Its head leaves with the first piece, as from a servlet. */
export interface HttpResponseStream {
  /** Octets that were written and are not yet on the wire. */
  readonly bufferedAmount: number
  /** Sends one chunk (RFC 9112 §7.1). */
  write(octets: Uint8Array): void
  end(): void
  /** Drops the connection. */
  terminate(): void
}

/** The answering side of one request: exactly one of its methods is called, once. A port of the transports. */
export interface HttpExchange {
  readonly request: HttpRequest
  respond(response: HttpResponse): void
  /**
   * Answers piece by piece, for as long as the server likes.
   *
   * @param onAbort the client dropped its connection before the end; what is written then goes nowhere
   */
  stream(head: HttpResponseHead, onAbort: () => void): HttpResponseStream
  /** Answers 101 with these headers and opens the WebSocket; the listener is made for the connection. */
  upgrade(headers: HttpHeaders, listen: (connection: WebSocketConnection) => WebSocketListener): void
}

/** The first header of that name, whatever its case. */
export const headerOf = (message: { readonly headers: HttpHeaders }, name: string): string | null => {
  const wanted = name.toLowerCase()
  return message.headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1] ?? null
}
