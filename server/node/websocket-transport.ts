import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { type HttpHeaders, headerOf } from '../http/http-exchange.ts'
import { COMPRESSED } from '../websocket/permessage-deflate.ts'
import { REFUSAL_CODES } from '../websocket/refusal-codes.ts'
import type { WebSocketConnection, WebSocketListener } from '../websocket/websocket-connection.ts'
import { encodeWebSocketFrame } from '../websocket/websocket-frame-encoder.ts'
import { octetsOf } from '../websocket/websocket-message.ts'
import { ruleBrokenBy } from './broken-rule.ts'
import { flushingDeflate } from './flushing-deflate.ts'
import { WireTap } from './wire-tap.ts'

/** More than Spring's limits, so that they and not `ws` decide. */
const MAX_PAYLOAD = 4 * 1024 * 1024

/** Headers that `ws` writes by itself. */
const WRITTEN_BY_WS: ReadonlySet<string> = new Set([
  'upgrade',
  'connection',
  'sec-websocket-accept',
  'sec-websocket-protocol',
])

const EXTENSIONS = 'sec-websocket-extensions'

/** Tomcat answers a Close without a code with 1000, where `ws` would echo none. */
class TomcatWebSocket extends WebSocket {
  override close(code = 1000, reason?: string | Buffer): void {
    super.close(code, reason)
  }
}

/** What the handshake decided, for the hooks of `ws` that ask again. */
const decided = new WeakMap<IncomingMessage, HttpHeaders>()

const webSocketServer = new WebSocketServer({
  noServer: true,
  // What it accepts was decided before; it inflates what comes. What leaves is compressed here, so that it is known.
  perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true },
  maxPayload: MAX_PAYLOAD,
  WebSocket: TomcatWebSocket,
  handleProtocols: (_offered, incoming) =>
    headerOf({ headers: decided.get(incoming) ?? [] }, 'sec-websocket-protocol') ?? false,
})

webSocketServer.on('headers', (lines, incoming) => {
  const own = lines.findIndex((line) => line.toLowerCase().startsWith(`${EXTENSIONS}:`))
  if (own >= 0) lines.splice(own, 1)
  for (const [name, value] of decided.get(incoming) ?? [])
    if (!WRITTEN_BY_WS.has(name.toLowerCase())) lines.push(`${name}: ${value}`)
})

const octetsOfData = (data: RawData): Uint8Array => {
  const buffer = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

/** A connection whose messages of one turn leave in one system call, as long as they are not much. */
const connectionOf = (webSocket: WebSocket, socket: Duplex, compresses: boolean): WebSocketConnection => {
  /** What waited before this turn's messages, which only wait for each other; null: there are none. */
  let waitedBefore: number | null = null

  const gather = (): void => {
    if (waitedBefore !== null) return
    waitedBefore = webSocket.bufferedAmount
    socket.cork()
    process.nextTick(release)
  }
  const release = (): void => {
    if (waitedBefore !== null) socket.uncork()
    waitedBefore = null
  }

  return {
    get bufferedAmount() {
      return waitedBefore ?? webSocket.bufferedAmount
    },
    ...(compresses && { deflate: flushingDeflate }),
    send(message) {
      gather()
      const deflated = compresses ? (message.deflated ?? flushingDeflate(octetsOf(message))) : null
      if (deflated === null)
        webSocket.send(message.kind === 'text' ? message.text : message.octets, { compress: false })
      else if (webSocket.readyState === WebSocket.OPEN) socket.write(compressedFrame(message.kind, deflated))
      if (socket.writableLength >= socket.writableHighWaterMark) release()
    },
    close(code, reason) {
      webSocket.close(code, reason)
    },
    terminate() {
      webSocket.terminate()
    },
  }
}

/** Its octets; `ws` writes at once as well, so that nothing overtakes it. */
const compressedFrame = (opcode: 'text' | 'binary', payload: Uint8Array): Uint8Array =>
  encodeWebSocketFrame({ opcode, payload, maskingKey: null, rsv: COMPRESSED })

/** Completes the opening handshake with these headers and joins the socket to its listener. */
export const upgradeWebSocket = (
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  headers: HttpHeaders,
  listen: (connection: WebSocketConnection) => WebSocketListener,
): void => {
  decided.set(incoming, headers)
  const extensions = headerOf({ headers }, EXTENSIONS)
  // `ws` is offered what was accepted, and accepts just that.
  if (extensions === null) delete incoming.headers[EXTENSIONS]
  else incoming.headers[EXTENSIONS] = extensions
  webSocketServer.handleUpgrade(incoming, socket, head, (webSocket) => {
    const tap = new WireTap(socket)
    const listener = listen(connectionOf(webSocket, socket, extensions !== null))
    const tellFragments = (): void => {
      for (const frame of tap.takeFragments()) listener.onFragment?.(frame)
    }
    // `ws` has then told of all that this piece ended.
    socket.on('data', tellFragments)
    webSocket.on('message', (data, isBinary) => {
      const octets = octetsOfData(data)
      const frames = tap.takeMessage()
      const text = Buffer.from(octets).toString()
      listener.onMessage(isBinary ? { kind: 'binary', octets, frames } : { kind: 'text', text, frames })
    })
    for (const opcode of ['ping', 'pong'] as const)
      webSocket.on(opcode, (payload: Buffer) => {
        tellFragments()
        listener.onControl(opcode, payload, tap.takeControl(opcode))
      })
    let isOver = false
    const close: WebSocketListener['onClose'] = (...end) => {
      if (!isOver) listener.onClose(...end)
      isOver = true
    }
    webSocket.on('error', (error) => {
      const rule = ruleBrokenBy(error)
      // Else the network failed: `close` follows and tells it.
      if (rule !== null) close(REFUSAL_CODES[rule], '', null, { rule, frames: tap.takeBroken() })
    })
    webSocket.on('close', (code, reason) => close(code, reason.toString(), tap.takeControl('close')))
  })
}
