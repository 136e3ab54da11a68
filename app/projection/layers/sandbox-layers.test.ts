import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeWebSocketFrame } from '../../../server/websocket/websocket-frame-encoder.ts'
import { inCarets, outOfCarets } from './caret-notation.ts'
import type { MessageLayers } from './message-layers.ts'
import { canBeSandbox, sandboxLayers } from './sandbox-layers.ts'
import { sockJsLayer } from './sockjs-layer.ts'
import { stompLayer } from './stomp-layer.ts'
import { utf8Octets, utf8Text } from './utf8-text.ts'
import { webSocketLayer } from './websocket-layer.ts'

const MASKING_KEY = Uint8Array.from([0xca, 0x71, 0xa4, 0xb9])

const sent = (text: string, overSockJs: boolean): MessageLayers => {
  const payload = new TextEncoder().encode(overSockJs ? JSON.stringify([text]) : text)
  const octets = encodeWebSocketFrame({ opcode: 'text', payload, maskingKey: MASKING_KEY })
  const { layer, payload: tapped, inflations } = webSocketLayer([{ octets, length: payload.length }])
  const sockJs = overSockJs ? sockJsLayer(utf8Text(tapped.octets, tapped.wire)) : null
  const stomp = stompLayer(sockJs === null ? tapped : utf8Octets(sockJs.messages[0] ?? { text: '', wire: [] }))
  const leg = { direction: 'to-server', wire: null, sockJs: null, stomp: null, sent: null, sentBefore: null } as const
  const tcp = { octets: layer.octets, spans: [] }
  return {
    leg,
    tcp,
    websocket: layer,
    inflations,
    refused: null,
    http: null,
    sockjs: sockJs?.layer ?? null,
    stomp,
    spring: null,
    missing: 0,
    missingInside: 0,
  }
}

test.each([
  ['plain', false],
  ['through SockJS', true],
])('a copy that was not changed has the octets of the original, %s', (_, overSockJs) => {
  const original = sent('SEND\ndestination:/app/hello\n\né\0', overSockJs)
  const copy = sandboxLayers(original, original.stomp?.text ?? '')
  expect(canBeSandbox(original)).toBe(true)
  expect(copy.tcp?.octets).toEqual(original.tcp?.octets)
  expect(copy.stomp).toEqual(original.stomp)
  expect(copy.sockjs).toEqual(original.sockjs)
})

test.each([125, 126, 65_535, 65_536])('a payload of %i octets has its length as RFC 6455 §5.2 writes it', (length) => {
  const text = `SEND\n\n${'x'.repeat(length - 7)}\0`
  expect(sandboxLayers(sent('SEND\n\n\0', false), text).tcp?.octets).toEqual(sent(text, false).tcp?.octets)
})

test('a text that is no frame at all is still octets', () => {
  const copy = sandboxLayers(sent('SEND\n\n\0', true), 'x')
  expect(copy.stomp?.spans.map(({ part, value }) => [part, value])).toEqual([['stomp.command', 'x']])
  expect(sandboxLayers(sent('SEND\n\n\0', false), '').tcp?.octets).toHaveLength(6)
})

test('what a server sends has no masking key, and no copy of it can go out', () => {
  const received = sent('SEND\n\n\0', false)
  expect(canBeSandbox({ ...received, leg: { ...received.leg, direction: 'to-client' } })).toBe(false)
  expect(canBeSandbox({ ...received, websocket: null })).toBe(false)
})

test('of a message that the trace has cut there is no copy', () => {
  expect(canBeSandbox({ ...sent('SEND\n\n\0', false), missing: 1 })).toBe(false)
})

test('NUL and CR stand in a text field as carets, and come out of it again', () => {
  expect(inCarets('a\r\n\0')).toBe('a^M\n^@')
  expect(outOfCarets(inCarets('a\r\n\0'))).toBe('a\r\n\0')
})

test('a caret of the text stays one', () => {
  expect(inCarets('2^3')).toBe('2^3')
  fc.assert(
    fc.property(fc.array(fc.constantFrom('^', '@', 'M', '\0', '\r', 'a'), { maxLength: 12 }), (characters) => {
      const text = characters.join('')
      expect(outOfCarets(inCarets(text))).toBe(text)
    }),
  )
})
