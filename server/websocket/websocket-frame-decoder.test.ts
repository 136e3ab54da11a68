import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyMask, payloadOf, type WebSocketFrame, type WebSocketOpcode } from './websocket-frame.ts'
import { WebSocketFrameDecoder } from './websocket-frame-decoder.ts'
import { encodeWebSocketFrame } from './websocket-frame-encoder.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(text.trim().split(/\s+/), (pair) => Number.parseInt(pair, 16))
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (octets: Uint8Array): readonly WebSocketFrame[] => new WebSocketFrameDecoder().push(octets)
const textOf = (frame: WebSocketFrame | undefined): string =>
  frame === undefined ? 'no frame' : new TextDecoder().decode(payloadOf(frame))

describe('frames of RFC 6455 §5.7', () => {
  test('an unmasked text message in one frame', () => {
    const [frame] = read(hex('81 05 48 65 6c 6c 6f'))
    expect(frame).toMatchObject({
      fin: true,
      rsv: 0,
      opcode: 'text',
      maskingKey: null,
      payloadLength: 5,
      headLength: 2,
    })
    expect(textOf(frame)).toBe('Hello')
  })

  test('a masked text message in one frame', () => {
    const [frame] = read(hex('81 85 37 fa 21 3d 7f 9f 4d 51 58'))
    expect(frame).toMatchObject({ maskingKey: hex('37 fa 21 3d'), headLength: 6, payloadLength: 5 })
    expect(textOf(frame)).toBe('Hello')
  })

  test('a fragmented message, with a ping between its frames (§5.4)', () => {
    const frames = read(hex('01 03 48 65 6c 89 00 80 02 6c 6f'))
    expect(frames.map(({ opcode, fin }) => [opcode, fin])).toEqual([
      ['text', false],
      ['ping', true],
      ['continuation', true],
    ])
  })

  test('a length of two octets and one of eight', () => {
    const [middle, large] = read(
      Uint8Array.from([
        ...hex('82 7e 01 00'),
        ...new Uint8Array(256),
        ...hex('82 7f 00 00 00 00 00 01 00 00'),
        ...new Uint8Array(65_536),
      ]),
    )
    expect([middle?.payloadLength, middle?.headLength]).toEqual([256, 4])
    expect([large?.payloadLength, large?.headLength]).toEqual([65_536, 10])
  })
})

describe('octets captured on the wire', () => {
  test('a STOMP heart-beat in each direction', () => {
    expect(textOf(read(hex('81 01 0a'))[0])).toBe('\n')
    expect(textOf(read(hex('81 81 01 02 03 04 0b'))[0])).toBe('\n')
  })

  test('a Close frame with code and reason (§5.5.1)', () => {
    const [frame] = read(hex('88 05 03 e8 62 79 65'))
    expect(frame?.opcode).toBe('close')
    expect(frame && payloadOf(frame)).toEqual(hex('03 e8 62 79 65'))
  })

  test('RSV1 is the bit of permessage-deflate', () => {
    expect(read(hex('c1 03 e2 02 00'))[0]?.rsv).toBe(0b100)
  })
})

describe('what is no frame ends the reading', () => {
  test.each([
    ['83 00', 'reserved-opcode', '5.2'],
    ['09 00', 'fragmented-control', '5.5'],
    ['89 7e 00 7e', 'long-control', '5.5'],
    ['81 7e 00 05', 'length-not-minimal', '5.2'],
    ['81 7f 00 00 00 00 00 00 00 05', 'length-not-minimal', '5.2'],
    ['81 7f 7f ff ff ff ff ff ff ff', 'length-too-large', '5.2'],
  ])('%s is %s (§%s)', (octets, violation, section) => {
    const decoder = new WebSocketFrameDecoder()
    expect(decoder.push(hex(octets))).toEqual([])
    expect(decoder.violation).toEqual({ violation, section })
    expect(decoder.push(hex('81 01 0a'))).toEqual([])
  })
})

describe('pieces', () => {
  test('a frame tells in which pieces it came, and frames of one piece are one segment each', () => {
    const decoder = new WebSocketFrameDecoder()
    expect(decoder.push(hex('81 05 48'))).toEqual([])
    expect(decoder.waiting).toBe(3)
    const frames = decoder.push(hex('65 6c 6c 6f 81 01 0a'))
    expect(frames.map(({ segments }) => segments)).toEqual([[3, 4], [3]])
    expect(decoder.waiting).toBe(0)
  })

  test('a payload beyond the limit is counted and not kept', () => {
    const decoder = new WebSocketFrameDecoder(4)
    const frames = decoder.push(Uint8Array.from([...hex('82 0a'), ...ascii('0123456789'), ...hex('81 01 0a')]))
    expect(frames.map(({ payloadLength }) => payloadLength)).toEqual([10, 1])
    expect(frames.map(textOf)).toEqual(['0123', '\n'])
  })

  test('a piece may change after it was pushed, as ws unmasks in place', () => {
    const decoder = new WebSocketFrameDecoder()
    const piece = hex('81 05 48 65 6c 6c')
    decoder.push(piece)
    piece.fill(0)
    expect(textOf(decoder.push(ascii('o'))[0])).toBe('Hello')
  })
})

const opcodes: readonly WebSocketOpcode[] = ['continuation', 'text', 'binary', 'close', 'ping', 'pong']
const content = fc
  .record({
    opcode: fc.constantFrom(...opcodes),
    payload: fc.uint8Array({ maxLength: 300 }),
    maskingKey: fc.option(fc.uint8Array({ minLength: 4, maxLength: 4 })),
    fin: fc.boolean(),
    rsv: fc.nat({ max: 7 }),
  })
  .map((frame) =>
    ['close', 'ping', 'pong'].includes(frame.opcode)
      ? { ...frame, fin: true, payload: frame.payload.subarray(0, 125) }
      : frame,
  )

describe('properties', () => {
  test.each([125, 126, 65_535, 65_536])('a length of %i survives', (length) => {
    const payload = new Uint8Array(length).fill(7)
    const [frame] = read(encodeWebSocketFrame({ opcode: 'binary', payload, maskingKey: hex('01 02 03 04') }))
    expect(frame?.payloadLength).toBe(length)
    expect(frame && payloadOf(frame).every((octet) => octet === 7)).toBe(true)
  })

  test('decoding what was encoded gives the same frames, however the octets are cut', () => {
    fc.assert(
      fc.property(
        fc.array(content, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 999 })),
        (contents, cuts) => {
          const octets = Uint8Array.from(contents.flatMap((frame) => [...encodeWebSocketFrame(frame)]))
          const decoder = new WebSocketFrameDecoder()
          const frames: WebSocketFrame[] = []
          for (let at = 0; at < octets.length; ) {
            const length = cuts.next().value ?? 1
            frames.push(...decoder.push(octets.subarray(at, at + length)))
            at += length
          }
          expect(frames.map(({ opcode, fin, rsv, maskingKey }) => ({ opcode, fin, rsv, maskingKey }))).toEqual(
            contents.map(({ opcode, fin, rsv, maskingKey }) => ({ opcode, fin, rsv, maskingKey })),
          )
          expect(frames.map(payloadOf)).toEqual(contents.map(({ payload }) => payload))
          for (const frame of frames)
            expect(frame.segments.reduce((sum, length) => sum + length, 0)).toBe(frame.octets.length)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('junk never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (pieces) => {
        const decoder = new WebSocketFrameDecoder(64)
        for (const piece of pieces) decoder.push(piece)
      }),
    )
  })

  test('masking twice changes nothing (§5.3)', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.uint8Array({ minLength: 4, maxLength: 4 }),
        fc.nat({ max: 9 }),
        (octets, key, from) => {
          expect(applyMask(applyMask(octets, key, from), key, from)).toEqual(octets)
        },
      ),
    )
  })
})
