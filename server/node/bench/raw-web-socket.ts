import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A mask of zeros leaves the payload as it is (RFC 6455 §5.3). */
const NO_MASK = Buffer.alloc(4)
const TEXT_FRAME = 0x81
const CLOSE_FRAME = 0x88
const MASKED = 0x80

const clientFrame = (text: string): Buffer => {
  const payload = Buffer.from(text)
  if (payload.length > 125) {
    const head = Buffer.from([TEXT_FRAME, MASKED | 126, payload.length >> 8, payload.length & 0xff])
    return Buffer.concat([head, NO_MASK, payload])
  }
  return Buffer.concat([Buffer.from([TEXT_FRAME, MASKED | payload.length]), NO_MASK, payload])
}

/**
 * The least client there can be: it finds where messages end and hands their octets on, so that the server and not the
 * client is what a benchmark measures. Its server is trusted to send whole frames below 64 KiB.
 */
export class RawWebSocket {
  readonly #socket: Socket
  readonly #onPayload: (octets: Buffer, start: number, end: number) => void
  #rest: Buffer = Buffer.alloc(0)

  private constructor(socket: Socket, onPayload: (octets: Buffer, start: number, end: number) => void) {
    this.#socket = socket
    this.#onPayload = onPayload
    socket.on('data', (chunk: Buffer) => this.#read(chunk))
    // `close` follows; without a listener the process would end.
    socket.on('error', () => undefined)
  }

  /** @param onPayload is told where in the octets a message's payload lies */
  static async open(
    port: number,
    path: string,
    onPayload: (octets: Buffer, start: number, end: number) => void,
  ): Promise<RawWebSocket> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.write(
      [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        '\r\n',
      ].join('\r\n'),
    )
    const [answer] = (await once(socket, 'data')) as [Buffer]
    const end = answer.indexOf('\r\n\r\n')
    if (!answer.toString('latin1').startsWith('HTTP/1.1 101 ') || end < 0)
      throw new Error(`the handshake was answered with ${answer.toString('latin1')}`)
    const opened = new RawWebSocket(socket, onPayload)
    if (answer.length > end + 4) opened.#read(answer.subarray(end + 4))
    return opened
  }

  send(...texts: readonly string[]): void {
    this.#socket.write(Buffer.concat(texts.map(clientFrame)))
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    const octets = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    while (at + 4 <= octets.length) {
      const short = (octets[at + 1] ?? 0) & 0x7f
      const start = at + (short === 126 ? 4 : 2)
      const end = start + (short === 126 ? octets.readUInt16BE(at + 2) : short)
      if (end > octets.length) break
      if (octets[at] === CLOSE_FRAME) this.#socket.destroy()
      else this.#onPayload(octets, start, end)
      at = end
    }
    this.#rest = octets.subarray(at)
  }
}
