import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { payloadOf } from '../websocket/websocket-frame.ts'
import { encodeWebSocketFrame } from '../websocket/websocket-frame-encoder.ts'
import { WireTap } from './wire-tap.ts'

const MASKING_KEY = Uint8Array.from([1, 2, 3, 4])

const frame = (opcode: 'text' | 'continuation' | 'ping' | 'close', text: string, fin = true): Uint8Array =>
  encodeWebSocketFrame({ opcode, payload: new TextEncoder().encode(text), maskingKey: MASKING_KEY, fin })

const tapped = (...pieces: readonly Uint8Array[]): WireTap => {
  const socket = new PassThrough()
  const tap = new WireTap(socket)
  for (const piece of pieces) socket.emit('data', Buffer.from(piece))
  return tap
}

const textsOf = (tap: WireTap): readonly string[] =>
  tap.takeMessage().map((taken) => new TextDecoder().decode(payloadOf(taken)))

describe('the wire tap', () => {
  test('gives each message the frames that made it, a ping between them aside (RFC 6455 §5.4)', () => {
    const tap = tapped(
      frame('text', 'SE', false),
      frame('ping', 'now'),
      frame('continuation', 'ND'),
      frame('text', '\n'),
    )
    expect(textsOf(tap)).toEqual(['SE', 'ND'])
    expect(tap.takeControl('ping')?.payloadLength).toBe(3)
    expect(textsOf(tap)).toEqual(['\n'])
  })

  test('gives nothing before a message is whole', () => {
    expect(textsOf(tapped(frame('text', 'SE', false)))).toEqual([])
  })

  test('gives the fragments before a control frame, so that each is told in its order', () => {
    const tap = tapped(frame('text', 'SE', false), frame('ping', 'now'), frame('continuation', 'ND'))
    expect(tap.takeFragments().map(({ opcode }) => opcode)).toEqual(['text'])
    expect(tap.takeFragments()).toEqual([])
    expect(tap.takeControl('ping')?.payloadLength).toBe(3)
    expect(tap.takeFragments()).toEqual([])
    expect(textsOf(tap)).toEqual(['ND'])
  })

  test('keeps the fragments of a compressed message together (RFC 7692 §6)', () => {
    const compressed = { opcode: 'text', payload: new Uint8Array(2), maskingKey: MASKING_KEY, rsv: 0b100 } as const
    const tap = tapped(
      encodeWebSocketFrame({ ...compressed, fin: false }),
      frame('ping', ''),
      frame('continuation', ''),
    )
    expect(tap.takeFragments()).toEqual([])
    expect(tap.takeControl('ping')?.opcode).toBe('ping')
    expect(tap.takeMessage()).toHaveLength(2)
  })

  test('keeps no control frame that nobody asked for', () => {
    const tap = tapped(frame('ping', ''), frame('close', ''))
    expect(tap.takeControl('close')?.opcode).toBe('close')
    expect(tap.takeControl('ping')).toBe(null)
  })

  test('reads octets that ws unmasks in place afterwards', () => {
    const socket = new PassThrough()
    const tap = new WireTap(socket)
    socket.on('data', (piece: Buffer) => piece.fill(0))
    socket.emit('data', Buffer.from(frame('text', 'SEND')))
    expect(textsOf(tap)).toEqual(['SEND'])
  })
})
