import { expect, test } from 'vitest'
import { departureOf } from './departure-of.ts'
import { stompLayer } from './stomp-layer.ts'

const departureIn = (text: string): string | undefined => {
  const octets = new TextEncoder().encode(text)
  return departureOf(stompLayer({ octets, wire: Array.from(octets, (_, at) => [at]) }))?.vector
}

test.each([
  ['CONNECT\nlogin: alice\n\n\0', 'connect-1.0-padded'],
  ['CONNECT\naccept-version:1.2\nlogin: alice\n\n\0', undefined],
  ['SEND\ndestination:/q\ncontent-length:3x\n\nabc\0', 'content-length-not-a-number'],
  ['SEND\ndestination:/q\ncontent-length:-1\n\nabc\0', 'content-length-negative'],
  ['SEND\ndestination:/q\ncontent-length:3\n\nabc\0', undefined],
  ['SEND\ndestination: /q\n\nabc\0', undefined],
])('%j departs as %s', (frame, vector) => {
  expect(departureIn(frame)).toBe(vector)
})
