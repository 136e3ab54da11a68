import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deflateMessage } from '../../../server/websocket/permessage-deflate.ts'
import { inflateMessage } from './inflate-message.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(text.split(' ').map((octet) => Number.parseInt(octet, 16)))
const inflated = (octets: Uint8Array) => inflateMessage({ octets, isCut: false })
const textOf = (octets: Uint8Array): string => new TextDecoder().decode(octets)

/** As Java's `Deflater` and zlib write it, and RFC 7692 §7.2.1 cuts it. */
const flushed = (payload: Uint8Array): Uint8Array =>
  Uint8Array.from(deflateRawSync(payload, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4))

describe('inflating a message (RFC 7692 §7.2.2)', () => {
  test.each([
    ['§7.2.3.1 one compressed DEFLATE block', 'f2 48 cd c9 c9 07 00'],
    ['§7.2.3.3 a DEFLATE block without compression', '00 05 00 fa ff 48 65 6c 6c 6f 00'],
    ['§7.2.3.4 a DEFLATE block that says it is the last', 'f3 48 cd c9 c9 07 00 00'],
    ['§7.2.3.5 two DEFLATE blocks in one message', 'f2 48 05 00 00 00 ff ff ca c9 c9 07 00'],
  ])('%s', (_title, octets) => {
    expect(inflated(hex(octets))).toEqual({ octets: hex('48 65 6c 6c 6f'), isBroken: false })
  })

  test('§7.2.3.1 the fragments of a message are one stretch of DEFLATE data', () => {
    const [first, last] = [hex('f2 48 cd'), hex('c9 c9 07 00')]
    expect(textOf(inflated(Uint8Array.of(...first, ...last)).octets)).toBe('Hello')
  })

  test('§7.2.3.6 an empty message', () => {
    expect(inflated(hex('00'))).toEqual({ octets: new Uint8Array(), isBroken: false })
  })

  test('§7.2.3.2 a message that refers to the one before it cannot be read alone', () => {
    expect(textOf(inflated(hex('f2 00 11 00 00')).octets)).not.toBe('Hello')
  })

  test('a payload that was cut gives its beginning', () => {
    expect(inflateMessage({ octets: hex('f2 48'), isCut: true })).toEqual({ octets: hex('48'), isBroken: false })
  })

  test.each([['ff ff ff'], ['07 00']])('%s is no DEFLATE data', (octets) => {
    expect(inflated(hex(octets)).isBroken).toBe(true)
  })

  test('no more is kept than is wanted', () => {
    const bomb = flushed(new Uint8Array(4_000_000))
    expect(inflateMessage({ octets: bomb, isCut: false }, 4096).octets).toHaveLength(4096)
  })
})

describe('a message that is compressed and inflated is the same', () => {
  const payloads = fc.oneof(
    fc.uint8Array({ maxLength: 5000 }),
    fc.string({ unit: 'grapheme', maxLength: 2000 }).map((text) => new TextEncoder().encode(text)),
  )

  test('by ours, by zlib, and by one for the other', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const unflushed = Uint8Array.of(...deflateMessage(payload), 0x00, 0x00, 0xff, 0xff)
        const byZlib = inflateRawSync(unflushed, { finishFlush: constants.Z_SYNC_FLUSH })
        expect(Uint8Array.from(byZlib)).toEqual(payload)
        expect(inflated(deflateMessage(payload))).toEqual({ octets: payload, isBroken: false })
        expect(inflated(flushed(payload))).toEqual({ octets: payload, isBroken: false })
      }),
    )
  })
})
