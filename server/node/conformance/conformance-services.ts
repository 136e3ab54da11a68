import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { createSockJsConformanceServer } from '../sockjs-conformance-server.ts'
import { RawHttpConnection, type RawRequest, type RawResponse } from './raw-http-connection.ts'

export const ORIGIN_TEST = [['Origin', 'test']] as const

/** The four services of the public protocol's tests on a port of their own, and clients of theirs. */
export class ConformanceServices {
  readonly #server: Server
  readonly #connections: RawHttpConnection[] = []
  readonly #sockets: WebSocket[] = []
  #sessions = 0

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(): Promise<ConformanceServices> {
    const server = createSockJsConformanceServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new ConformanceServices(server)
  }

  get authority(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** The URL of a session that nobody has. */
  newSession(service = '/echo', serverId = '000'): string {
    return `${service}/${serverId}/session-${++this.#sessions}`
  }

  async connect(): Promise<RawHttpConnection> {
    const connection = await RawHttpConnection.open((this.#server.address() as AddressInfo).port)
    this.#connections.push(connection)
    return connection
  }

  /** On a connection of its own. */
  async request(method: string, path: string, request?: RawRequest): Promise<RawResponse> {
    return (await this.connect()).request(method, path, request)
  }

  /** @returns the body of a POST, or its status where there is none */
  async post(path: string, body = '', headers: RawRequest['headers'] = []): Promise<string | number> {
    const response = await this.request('POST', path, { body, headers })
    return (await response.body()) || response.status
  }

  /** A poll that the server holds open. */
  async hold(session: string): Promise<RawHttpConnection> {
    const connection = await this.connect()
    connection.write(`POST ${session}/xhr HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n`)
    // Whatever is asked now comes after it.
    await this.request('GET', '/echo')
    return connection
  }

  webSocket(path: string): WebSocket {
    const socket = new WebSocket(`ws://${this.authority}${path}`)
    this.#sockets.push(socket)
    return socket
  }

  async close(): Promise<void> {
    for (const connection of this.#connections) connection.abort()
    for (const socket of this.#sockets) socket.terminate()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
