import { describe, expect, test } from 'vitest'
import { deflateMessage } from '../../../server/websocket/permessage-deflate.ts'
import { encodeWebSocketFrame } from '../../../server/websocket/websocket-frame-encoder.ts'
import { inflationWith, linkedOctets } from './inflation.ts'
import { sockJsLayer } from './sockjs-layer.ts'
import { stompLayer } from './stomp-layer.ts'
import { utf8Octets, utf8Text } from './utf8-text.ts'
import { type TappedFrame, webSocketLayer } from './websocket-layer.ts'

const RSV1 = 0b100
const MASKING_KEY = Uint8Array.of(0xca, 0x71, 0xa4, 0xb9)
const SEND = 'SEND\ndestination:/app/hello\n\n{"name":"Ada"}\0'

const octetsOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)

const compressed = (text: string): TappedFrame => {
  const payload = deflateMessage(octetsOf(text))
  const octets = encodeWebSocketFrame({ opcode: 'text', payload, maskingKey: MASKING_KEY, rsv: RSV1 })
  return { octets, length: payload.length, inflated: octetsOf(text).length }
}

describe('a SEND that was compressed', () => {
  const frame = compressed(SEND)
  const { layer, payload, inflations } = webSocketLayer([frame])
  const [inflation] = inflations
  if (inflation === undefined) throw new Error('nothing was inflated')
  const stomp = stompLayer(payload)
  const end = layer.octets.length

  test('is a SEND again above WebSocket', () => {
    expect(stomp.text).toBe(SEND)
    expect(inflation).toMatchObject({ compressedLength: frame.length, length: SEND.length, isBroken: false })
    expect(inflation.compressed).toEqual(range(6, end))
  })

  test('has RSV1 set (RFC 7692 §6)', () => {
    expect(layer.spans.find(({ part }) => part === 'websocket.rsv1')?.value).toBe('1')
  })

  test('a part of it is found by its inflated octets, and lies on all compressed ones', () => {
    const destination = stomp.spans.find(({ value }) => value === '/app/hello')
    const from = end + SEND.indexOf('/app/hello')
    expect(destination?.wire).toEqual(range(from, from + 10))
    expect(linkedOctets(inflations, destination?.wire ?? [])).toEqual(
      new Set([...range(from, from + 10), ...range(6, end)]),
    )
  })

  test('each compressed octet belongs to the whole message, and no octet of the head does', () => {
    expect(linkedOctets(inflations, [8])).toEqual(new Set([8, ...range(end, end + SEND.length)]))
    expect(linkedOctets(inflations, [0])).toEqual(new Set([0]))
    expect(inflationWith(inflations, end)).toBe(inflation)
    expect(inflationWith(inflations, end - 1)).toBe(null)
  })

  test('SockJS and STOMP above it belong together octet by octet', () => {
    const carried = webSocketLayer([compressed(JSON.stringify([SEND]))]).payload
    const { layer: sockJs, messages } = sockJsLayer(utf8Text(carried.octets, carried.wire))
    const nul = stompLayer(utf8Octets(messages[0] ?? { text: '', wire: [] })).spans.at(-1)
    expect(nul?.wire).toHaveLength(6)
    expect(sockJs.spans.find(({ value }) => value === '\\u0000')?.wire).toEqual(nul?.wire)
  })
})

describe('messages in several frames', () => {
  const fragment = (payload: Uint8Array, opcode: 'text' | 'continuation', fin: boolean, rsv = 0): TappedFrame => ({
    octets: encodeWebSocketFrame({ opcode, payload, maskingKey: null, fin, rsv }),
    length: payload.length,
  })

  test('fragments are inflated as one stretch (RFC 7692 §7.2.3.1)', () => {
    const { payload, inflations } = webSocketLayer([
      fragment(Uint8Array.of(0xf2, 0x48, 0xcd), 'text', false, RSV1),
      fragment(Uint8Array.of(0xc9, 0xc9, 0x07, 0x00), 'continuation', true),
    ])
    expect(payload.octets).toEqual(octetsOf('Hello'))
    expect(inflations.map((inflation) => inflation.compressed)).toEqual([[2, 3, 4, 7, 8, 9, 10]])
  })

  test('of two messages one may be compressed and the other not', () => {
    const plain = fragment(octetsOf('SE'), 'text', true)
    const { payload, layer } = webSocketLayer([plain, compressed('ND')])
    expect(payload.octets).toEqual(octetsOf('SEND'))
    expect(payload.wire.flat()).toEqual([2, 3, layer.octets.length, layer.octets.length + 1])
  })

  test('what follows octets that were not kept is not read', () => {
    const whole = deflateMessage(octetsOf('Hello, Hello, Hello'))
    const cut = encodeWebSocketFrame({ opcode: 'text', payload: whole, maskingKey: null, rsv: RSV1, fin: false })
    const { inflations, payload } = webSocketLayer([
      { octets: cut.subarray(0, 6), length: whole.length },
      { ...fragment(Uint8Array.of(0xff, 0xff), 'continuation', true), inflated: 99 },
    ])
    expect(octetsOf('Hello').subarray(0, payload.octets.length)).toEqual(payload.octets)
    expect(inflations).toMatchObject([{ isBroken: false, length: 99 }])
  })
})

test('octets that are no DEFLATE data are a message that is broken, not an end of the picture', () => {
  const payload = Uint8Array.of(0xff, 0xff, 0xff)
  const octets = encodeWebSocketFrame({ opcode: 'text', payload, maskingKey: null, rsv: RSV1 })
  expect(webSocketLayer([{ octets, length: 3 }]).inflations).toMatchObject([{ isBroken: true }])
})

test('RSV1 that nobody agreed on means nothing: the payload is as it was', () => {
  const octets = encodeWebSocketFrame({ opcode: 'text', payload: octetsOf('Hi'), maskingKey: null, rsv: RSV1 })
  const { inflations, payload } = webSocketLayer([{ octets, length: 2 }], false)
  expect(inflations).toEqual([])
  expect(payload.octets).toEqual(octetsOf('Hi'))
})
