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
}

export interface HttpResponse {
  readonly status: number
  readonly headers: HttpHeaders
  readonly body: Uint8Array
}

/** The answering side of one request: exactly one of its methods is called, once. A port of the transports. */
export interface HttpExchange {
  readonly request: HttpRequest
  respond(response: HttpResponse): void
  /** Answers 101 with these headers and opens the WebSocket; the listener is made for the connection. */
  upgrade(headers: HttpHeaders, listen: (connection: WebSocketConnection) => WebSocketListener): void
}

/** The first header of that name, whatever its case. */
export const headerOf = (message: { readonly headers: HttpHeaders }, name: string): string | null => {
  const wanted = name.toLowerCase()
  return message.headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1] ?? null
}
