import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { inflateMessage } from '../../app/projection/layers/inflate-message.ts'
import { decideOpeningHandshake } from '../http/opening-handshake.ts'
import type { WebSocketRefusal } from '../websocket/websocket-connection.ts'
import { payloadOf } from '../websocket/websocket-frame.ts'
import { WebSocketFrameDecoder } from '../websocket/websocket-frame-decoder.ts'
import { encodeWebSocketFrame } from '../websocket/websocket-frame-encoder.ts'
import { octetsOf, type WebSocketMessage } from '../websocket/websocket-message.ts'
import { upgradeExchange } from './http-transport.ts'

const NO_TAKEOVER = 'permessage-deflate;server_no_context_takeover;client_no_context_takeover'

let server: Server
let url: string
/** What the server was told of a connection. */
interface Told {
  readonly arrived: WebSocketMessage[]
  readonly pings: Uint8Array[]
  readonly ended: { code: number; refusal: WebSocketRefusal | null | undefined }[]
}

let told: Told

/** A server that sends back what it gets. */
beforeAll(async () => {
  server = createServer()
  server.on('upgrade', (incoming, socket, head) => {
    const exchange = upgradeExchange(incoming, socket, head)
    const permessageDeflate = incoming.url === '/deflating'
    const { outcome } = decideOpeningHandshake(exchange.request, {
      allowedOrigins: [],
      allowedOriginPatterns: [],
      vetoed: false,
      permessageDeflate,
    })
    const { arrived, pings, ended } = told
    exchange.upgrade(outcome.headers, (connection) => ({
      onMessage: (message) => {
        arrived.push(message)
        connection.send(message)
      },
      onControl: (_opcode, payload) => pings.push(payload),
      onClose: (code, _reason, _frame, refusal) => ended.push({ code, refusal }),
    }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

interface OpenClient {
  readonly webSocket: WebSocket
  /** The value of the answer's `Sec-WebSocket-Extensions`. */
  readonly extensions: string | undefined
  /** Writes octets past `ws`. */
  readonly write: (octets: Uint8Array) => void
  /** Octets that came, as they came. */
  readonly received: () => Uint8Array
}

const open = async (path: string, perMessageDeflate = true): Promise<OpenClient> => {
  told = { arrived: [], pings: [], ended: [] }
  const webSocket = new WebSocket(`${url}${path}`, {
    perMessageDeflate: perMessageDeflate && { threshold: 0 },
  })
  let extensions: string | undefined
  let write: OpenClient['write'] = () => undefined
  const pieces: Buffer[] = []
  webSocket.on('upgrade', ({ headers, socket }) => {
    extensions = headers['sec-websocket-extensions']
    write = (octets) => socket.write(octets)
    socket.prependListener('data', (piece: Buffer) => pieces.push(Buffer.from(piece)))
  })
  webSocket.on('error', () => undefined)
  await once(webSocket, 'open')
  return { webSocket, extensions, write, received: () => new Uint8Array(Buffer.concat(pieces)) }
}

const inflatedText = (frames: Parameters<typeof payloadOf>[0][]): string => {
  const octets = Uint8Array.from(frames.flatMap((frame) => [...payloadOf(frame)]))
  return new TextDecoder().decode(inflateMessage({ octets, isCut: false }).octets)
}

const TEXTS: readonly (readonly [string, string])[] = [
  ['an empty text', ''],
  ['1 octet', '\n'],
  ['125 octets', 'x'.repeat(125)],
  ['126 octets', 'x'.repeat(126)],
  ['65,536 octets', '0123456789abcdef'.repeat(4096)],
  ['Vietnamese and a surrogate pair', 'Xin chào 🌏, trình duyệt nén từng message'],
]

describe('permessage-deflate with ws as the client', () => {
  test('the answer is spelled as Tomcat spells it', async () => {
    const { webSocket, extensions } = await open('/deflating')
    expect(extensions).toBe(`${NO_TAKEOVER};client_max_window_bits=15`)
    webSocket.terminate()
  })

  test.each(TEXTS)('%s comes, and comes back, as it was', async (_title, text) => {
    const { webSocket, received } = await open('/deflating')
    webSocket.send(text)
    const [back] = await once(webSocket, 'message')
    expect(String(back)).toBe(text)
    const [message] = told.arrived
    expect(message?.kind === 'text' && message.text).toBe(text)
    expect(message?.frames?.map(({ rsv, fin }) => ({ rsv, fin }))).toEqual([{ rsv: 0b100, fin: true }])
    if (text.length < 4096) expect(inflatedText([...(message?.frames ?? [])])).toBe(text)
    const sent = new WebSocketFrameDecoder().push(received())
    // Tomcat sends an empty message as it is.
    expect(sent.map(({ rsv }) => rsv)).toEqual([text === '' ? 0 : 0b100])
    if (text !== '') expect(inflatedText([...sent])).toBe(text)
    webSocket.terminate()
  })

  test('binary messages are compressed like texts', async () => {
    const { webSocket } = await open('/deflating')
    const octets = Uint8Array.from({ length: 300 }, (_, index) => index % 7)
    webSocket.send(octets)
    const [back, isBinary] = await once(webSocket, 'message')
    expect(isBinary).toBe(true)
    expect(new Uint8Array(back)).toEqual(octets)
    expect(told.arrived.map(octetsOf)).toEqual([octets])
    webSocket.terminate()
  })

  test('a compressed message in fragments with a ping between them (RFC 7692 §7.2.3.1, RFC 6455 §5.4)', async () => {
    const { webSocket, write } = await open('/deflating')
    const maskingKey = Uint8Array.of(1, 2, 3, 4)
    write(
      encodeWebSocketFrame({
        opcode: 'text',
        payload: Uint8Array.of(0xf2, 0x48, 0xcd),
        maskingKey,
        fin: false,
        rsv: 0b100,
      }),
    )
    write(encodeWebSocketFrame({ opcode: 'ping', payload: new Uint8Array(), maskingKey }))
    write(encodeWebSocketFrame({ opcode: 'continuation', payload: Uint8Array.of(0xc9, 0xc9, 0x07, 0x00), maskingKey }))
    const [back] = await once(webSocket, 'message')
    expect(String(back)).toBe('Hello')
    expect(told.pings).toHaveLength(1)
    expect(told.arrived[0]?.frames?.map(({ opcode, rsv }) => [opcode, rsv])).toEqual([
      ['text', 0b100],
      ['continuation', 0],
    ])
    webSocket.terminate()
  })

  test('a client that does not offer it speaks without', async () => {
    const { webSocket, extensions } = await open('/deflating', false)
    expect(extensions).toBe(undefined)
    webSocket.send('Hello')
    expect(String((await once(webSocket, 'message'))[0])).toBe('Hello')
    expect(told.arrived[0]?.frames?.[0]?.rsv).toBe(0)
    webSocket.terminate()
  })

  test('a server that does not want it leaves the header out', async () => {
    const { webSocket, extensions } = await open('/plain')
    expect(extensions).toBe(undefined)
    webSocket.terminate()
  })
})

describe('what breaks a rule', () => {
  const maskingKey = Uint8Array.of(1, 2, 3, 4)
  const frame = (rsv: number, ...payload: number[]): Uint8Array =>
    encodeWebSocketFrame({ opcode: 'text', payload: Uint8Array.from(payload), maskingKey, rsv })

  test.each([
    ['octets that are no DEFLATE data', '/deflating', frame(0b100, 0xff, 0xff, 0xff), 'inflate', 1007],
    ['RSV1 that nobody agreed on (RFC 6455 §5.2)', '/plain', frame(0b100, 0xf2, 0x48), 'rsv', 1002],
    ['RSV2', '/deflating', frame(0b010, 0x48), 'rsv', 1002],
    ['compressed text that is no UTF-8', '/deflating', frame(0b100, 0x3a, 0xac, 0x01, 0x00), 'utf-8', 1007],
  ] as const)('%s ends the connection, and says with which frame', async (_title, path, octets, rule, code) => {
    const { webSocket, write } = await open(path)
    write(octets)
    const [closedWith] = await once(webSocket, 'close')
    expect(closedWith).toBe(code)
    expect(told.ended).toMatchObject([{ code, refusal: { rule, frames: [{ opcode: 'text' }] } }])
    expect(told.arrived).toEqual([])
  })
})
