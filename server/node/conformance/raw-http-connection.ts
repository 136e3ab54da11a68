import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const HOST = '127.0.0.1'
const CRLF = '\r\n'

export interface RawRequest {
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string
  readonly version?: '1.0' | '1.1'
}

/** An HTTP client on loopback that sees what others hide: chunks, their borders, and every octet of a head. */
export class RawHttpConnection {
  readonly #socket: Socket
  #received = Buffer.alloc(0)
  #isOver = false

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (octets: Buffer) => {
      this.#received = Buffer.concat([this.#received, octets])
      socket.emit('progress')
    })
    // `close` follows.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#isOver = true
      socket.emit('progress')
    })
  }

  static async open(port: number): Promise<RawHttpConnection> {
    const socket = connect(port, HOST)
    const connection = new RawHttpConnection(socket)
    await once(socket, 'connect')
    return connection
  }

  async request(
    method: string,
    path: string,
    { headers = [], body, version = '1.1' }: RawRequest = {},
  ): Promise<RawResponse> {
    const length = body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]
    const lines = headers.map(([name, value]) => `${name}: ${value}`)
    this.write([`${method} ${path} HTTP/${version}`, `Host: ${HOST}`, ...lines, ...length, '', body ?? ''].join(CRLF))
    const [statusLine = '', ...head] = (await this.until(`${CRLF}${CRLF}`)).split(CRLF)
    return new RawResponse(this, Number(statusLine.split(' ')[1]), head)
  }

  write(octets: string | Uint8Array): void {
    this.#socket.write(octets)
  }

  /** What comes before `mark`, which is taken too. */
  async until(mark: string): Promise<string> {
    for (;;) {
      const at = this.#received.indexOf(mark)
      if (at >= 0) return (await this.octets(at + mark.length)).subarray(0, at).toString()
      await this.#progress()
    }
  }

  /** So many, however long they take. */
  async octets(count: number): Promise<Buffer> {
    while (this.#received.length < count) await this.#progress()
    const octets = this.#received.subarray(0, count)
    this.#received = this.#received.subarray(count)
    return octets
  }

  /** Everything until the server closes the connection. */
  async rest(): Promise<string> {
    while (!this.#isOver) await once(this.#socket, 'progress')
    return this.#received.toString()
  }

  abort(): void {
    this.#socket.destroy()
  }

  async #progress(): Promise<void> {
    if (this.#isOver)
      throw new Error(`the server closed the connection after ${JSON.stringify(this.#received.toString())}`)
    await once(this.#socket, 'progress')
  }
}

export class RawResponse {
  readonly status: number
  readonly #connection: RawHttpConnection
  readonly #headers: readonly (readonly [name: string, value: string])[]

  constructor(connection: RawHttpConnection, status: number, head: readonly string[]) {
    this.status = status
    this.#connection = connection
    this.#headers = head.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    })
  }

  /** Null: it has none. */
  header(name: string): string | null {
    return this.#headers.find(([candidate]) => candidate === name)?.[1] ?? null
  }

  /** The next chunk; null: that was the last. */
  async chunk(): Promise<string | null> {
    const length = Number.parseInt(await this.#connection.until(CRLF), 16)
    const octets = await this.#connection.octets(length + CRLF.length)
    return length === 0 ? null : octets.subarray(0, length).toString()
  }

  /** The whole of it. */
  async body(): Promise<string> {
    const length = this.header('content-length')
    if (length !== null) return (await this.#connection.octets(Number(length))).toString()
    if (this.status === 204 || this.status === 304) return ''
    if (this.header('transfer-encoding') !== 'chunked') return this.#connection.rest()
    let text = ''
    for (let chunk = await this.chunk(); chunk !== null; chunk = await this.chunk()) text += chunk
    return text
  }
}
