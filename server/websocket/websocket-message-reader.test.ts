import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMPRESSED, deflateMessage } from './permessage-deflate.ts'
import { encodeWebSocketFrame, type WebSocketFrameContent } from './websocket-frame-encoder.ts'
import { octetsOf } from './websocket-message.ts'
import { type WebSocketArrival, WebSocketMessageReader } from './websocket-message-reader.ts'

const MASKING_KEY = Uint8Array.from([1, 2, 3, 4])

type Content = Partial<Omit<WebSocketFrameContent, 'payload'>> & { readonly text?: string; readonly octets?: number[] }

const frame = ({ text = '', octets, ...content }: Content): Uint8Array =>
  encodeWebSocketFrame({
    opcode: 'text',
    payload: octets === undefined ? new TextEncoder().encode(text) : Uint8Array.from(octets),
    maskingKey: MASKING_KEY,
    ...content,
  })

const read = (frames: readonly Uint8Array[], inflates = false): readonly WebSocketArrival[] => {
  const reader = new WebSocketMessageReader(inflates)
  return frames.flatMap((octets) => [...reader.push(octets)])
}

const textsIn = (arrivals: readonly WebSocketArrival[]): readonly string[] =>
  arrivals.flatMap((arrival) =>
    arrival.kind === 'message' ? [new TextDecoder().decode(octetsOf(arrival.message))] : [],
  )

describe('a client’s frames', () => {
  test('make one message of its pieces, and a ping between them is told in its order (RFC 6455 §5.4)', () => {
    const arrivals = read([
      frame({ text: 'Xin ', fin: false }),
      frame({ opcode: 'ping', text: 'now' }),
      frame({ opcode: 'continuation', text: 'ch', fin: false }),
      frame({ opcode: 'continuation', text: 'ào' }),
    ])
    expect(arrivals.map(({ kind }) => kind)).toEqual(['fragment', 'control', 'fragment', 'message'])
    expect(textsIn(arrivals)).toEqual(['Xin chào'])
  })

  test('make the same messages, however they are cut', () => {
    const pieces = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(pieces, (texts) => {
        const frames = texts.map((text, index) =>
          frame({ opcode: index === 0 ? 'text' : 'continuation', text, fin: index === texts.length - 1 }),
        )
        expect(textsIn(read(frames))).toEqual([texts.join('')])
      }),
    )
  })

  test('of a compressed message are told together with it (RFC 7692 §6.1)', () => {
    const deflated = [...deflateMessage(new TextEncoder().encode('ping ping ping'))]
    const arrivals = read(
      [
        frame({ rsv: COMPRESSED, octets: deflated.slice(0, 3), fin: false }),
        frame({ opcode: 'continuation', octets: deflated.slice(3) }),
      ],
      true,
    )
    expect(textsIn(arrivals)).toEqual(['ping ping ping'])
    expect(arrivals[0]?.kind === 'message' && arrivals[0].message.frames).toHaveLength(2)
  })

  test('may say goodbye with a code, or without one (RFC 6455 §5.5.1)', () => {
    expect(read([frame({ opcode: 'close', octets: [0x03, 0xe8, 0x6f, 0x6b] })])).toMatchObject([
      { kind: 'close', code: 1000, reason: 'ok' },
    ])
    expect(read([frame({ opcode: 'close' })])).toMatchObject([{ kind: 'close', code: 1005, reason: '' }])
  })
})

describe('a client is refused', () => {
  test.each<[string, string, number, Uint8Array[]]>([
    ['for a reserved bit', 'rsv', 1002, [frame({ rsv: 0b010 })]],
    ['for RSV1 where nothing was negotiated', 'rsv', 1002, [frame({ rsv: COMPRESSED })]],
    ['for a frame without a mask', 'mask', 1002, [frame({ text: 'Hi', maskingKey: null })]],
    ['for a piece of nothing', 'frame', 1002, [frame({ opcode: 'continuation' })]],
    ['for a message within another', 'frame', 1002, [frame({ fin: false }), frame({})]],
    ['for an opcode that is none', 'frame', 1002, [Uint8Array.of(0x83, 0x80, 0, 0, 0, 0)]],
    ['for half a close code', 'frame', 1002, [frame({ opcode: 'close', octets: [3] })]],
    ['for a close code that may not travel', 'frame', 1002, [frame({ opcode: 'close', octets: [0x03, 0xee] })]],
    ['for text that is no UTF-8', 'utf-8', 1007, [frame({ octets: [0xc3, 0x28] })]],
  ])('%s', (_why, rule, code, frames) => {
    expect(read(frames).at(-1)).toMatchObject({ kind: 'refused', code, refusal: { rule } })
  })

  test('for what is no DEFLATE data (RFC 7692 §7.2.2)', () => {
    const [refused] = read([frame({ rsv: COMPRESSED, octets: [0xff, 0xff, 0xff] })], true)
    expect(refused).toMatchObject({ kind: 'refused', code: 1007, refusal: { rule: 'inflate' } })
  })

  test('and nothing that follows is read', () => {
    const both = Uint8Array.of(...frame({ maskingKey: null }), ...frame({ text: 'after' }))
    expect(read([both]).map(({ kind }) => kind)).toEqual(['refused'])
  })
})
