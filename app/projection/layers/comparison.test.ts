import { expect, test } from 'vitest'
import { comparedRows, stompRows } from './comparison.ts'
import { copiedText } from './copied-text.ts'
import { stompLayer } from './stomp-layer.ts'

const layerOf = (text: string) => {
  const octets = new TextEncoder().encode(text)
  return stompLayer({ octets, wire: Array.from(octets, (_, at) => [at]) })
}

test('two frames stand side by side by the names of their headers', () => {
  const [send, message] = [layerOf('SEND\na:1\nb:2\nb:3\n\nhi\0'), layerOf('MESSAGE\nc:4\na:1\n\n\0')]
  expect(comparedRows(stompRows(send), stompRows(message))).toEqual([
    { name: 'command', here: 'SEND', pinned: 'MESSAGE' },
    { name: 'a', here: '1', pinned: '1' },
    { name: 'b', here: '2', pinned: null },
    { name: 'body', here: 'hi', pinned: null },
    { name: 'c', here: null, pinned: '4' },
  ])
})

test('a copy is the frame as the specification prints it, and its octets in rows of sixteen', () => {
  const octets = Uint8Array.from({ length: 18 }, (_, at) => at)
  expect(copiedText({ stomp: layerOf('SEND\n\nhi\0'), tcp: { octets, spans: [] } })).toBe(
    'SEND\n\nhi^@\n\n00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f\n10 11',
  )
  expect(copiedText({ stomp: null, tcp: null })).toBe('')
})
