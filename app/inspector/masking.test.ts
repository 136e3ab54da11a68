import { expect, test } from 'vitest'
import { webSocketLayer } from '../projection/layers/websocket-layer.ts'
import { maskingOf, unmaskedOctets } from './masking.ts'

/** RFC 6455 §5.7: "Hello", masked, and once more as it comes from a server. */
const MASKED_HELLO = Uint8Array.from([0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58])
const PLAIN_HELLO = Uint8Array.from([0x81, 0x05, ...new TextEncoder().encode('Hello')])

const layerOf = (...frames: readonly Uint8Array[]) =>
  webSocketLayer(frames.map((octets) => ({ octets, length: 5 }))).layer

test('an octet of a masked payload is what it is with its octet of the key (RFC 6455 §5.3)', () => {
  const layer = layerOf(PLAIN_HELLO, MASKED_HELLO)
  const first = PLAIN_HELLO.length + 6
  expect(maskingOf(layer, first)).toEqual({
    wire: '7f',
    key: '37',
    keyPlace: first - 4,
    octet: '48',
    character: 'H',
  })
  expect(maskingOf(layer, first + 4)?.keyPlace).toBe(first - 4)
  expect(maskingOf(layer, first - 1)).toBeNull()
  expect(maskingOf(layer, 3)).toBeNull()
})

test('unmasked, every payload can be read and every head stays as it is', () => {
  const unmasked = unmaskedOctets(layerOf(MASKED_HELLO, PLAIN_HELLO))
  expect(unmasked?.subarray(0, 6)).toEqual(MASKED_HELLO.subarray(0, 6))
  expect(new TextDecoder().decode(unmasked?.subarray(6, 11))).toBe('Hello')
  expect(unmasked?.subarray(11)).toEqual(PLAIN_HELLO)
  expect(unmaskedOctets(layerOf(PLAIN_HELLO))).toBeNull()
})
