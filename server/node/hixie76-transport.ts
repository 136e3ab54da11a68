import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocketConnection, WebSocketListener } from '../websocket/websocket-connection.ts'
import { octetsOf } from '../websocket/websocket-message.ts'

/** draft-hixie-thewebsocketprotocol-76 §1.3: the third part of the key, which is the request's body. */
const KEY3_LENGTH = 8

/** Of a text frame, and of the closing handshake together. */
const FRAME_BEGIN = 0x00
const FRAME_END = 0xff
const CLOSING = Buffer.from([FRAME_END, FRAME_BEGIN])

/** The digits of a key as a number, by the number of its spaces. */
const keyNumber = (key: string): number => {
  const spaces = key.split(' ').length - 1
  return spaces === 0 ? 0 : Number(key.replaceAll(/\D/g, '')) / spaces
}

const answerTo = (key1: string, key2: string, key3: Uint8Array): Buffer => {
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(keyNumber(key1), 0)
  numbers.writeUInt32BE(keyNumber(key2), 4)
  return createHash('md5').update(numbers).update(key3).digest()
}

const header = (incoming: IncomingMessage, name: string): string => String(incoming.headers[name] ?? '')

/** Whether a request speaks WebSocket as of 2010. */
export const isHixie76 = (incoming: IncomingMessage): boolean => 'sec-websocket-key1' in incoming.headers

/**
 * Answers the opening handshake before its body is there, as a proxy that waits for the answer needs it, and joins the
 * socket to its listener once the keys are proven.
 */
export const upgradeHixie76 = (
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  listen: (connection: WebSocketConnection) => WebSocketListener,
): void => {
  socket.write(
    [
      'HTTP/1.1 101 WebSocket Protocol Handshake',
      'Upgrade: WebSocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Origin: ${header(incoming, 'origin')}`,
      `Sec-WebSocket-Location: ws://${header(incoming, 'host')}${incoming.url}`,
      '\r\n',
    ].join('\r\n'),
  )
  let waiting = Buffer.from(head)
  let listener: WebSocketListener | null = null

  const connection: WebSocketConnection = {
    get bufferedAmount() {
      return socket.writableLength
    },
    send: (message) =>
      socket.write(Buffer.concat([Buffer.from([FRAME_BEGIN]), octetsOf(message), Buffer.from([FRAME_END])])),
    close: () => socket.end(CLOSING),
    terminate: () => socket.destroy(),
  }

  const open = (): void => {
    const key3 = waiting.subarray(0, KEY3_LENGTH)
    waiting = waiting.subarray(KEY3_LENGTH)
    socket.write(answerTo(header(incoming, 'sec-websocket-key1'), header(incoming, 'sec-websocket-key2'), key3))
    listener = listen(connection)
  }

  const read = (): void => {
    if (listener === null && waiting.length >= KEY3_LENGTH) open()
    for (let end = waiting.indexOf(FRAME_END); listener !== null && end >= 0; end = waiting.indexOf(FRAME_END)) {
      const frame = waiting.subarray(0, end)
      waiting = waiting.subarray(end + 1)
      if (frame[0] === FRAME_BEGIN) listener.onMessage({ kind: 'text', text: frame.subarray(1).toString() })
      else socket.end(CLOSING)
    }
  }

  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    read()
  })
  // `close` follows and tells it; without a listener the process would end.
  socket.on('error', () => undefined)
  socket.on('end', () => socket.end())
  socket.on('close', () => listener?.onClose(1006, ''))
  read()
}
