import { expect, test } from 'vitest'
import { frameDoubts } from './frame-doubts.ts'
import { stompLayer } from './stomp-layer.ts'

const doubtsOf = (text: string) => {
  const octets = new TextEncoder().encode(text)
  const layer = stompLayer({ octets, wire: Array.from(octets, (_, at) => [at]) })
  return frameDoubts(layer).map(({ kind, params }) => [kind, ...Object.values(params)].join(' '))
}

test.each([
  ['a frame', 'SEND\ndestination:/app/hello\n\n{"name":"Ada"}\0'],
  ['a frame whose body has a NUL in it and says its length', 'SEND\ndestination:/a\ncontent-length:3\n\na\0b\0'],
  ['a frame with line ends after it', 'DISCONNECT\n\n\0\n\r\n'],
  ['a frame with every escape', 'SEND\ndestination:a\\cb\\n\\r\\\\\n\n\0'],
  ['a CONNECT, which escapes nothing', 'CONNECT\naccept-version:1.2\nlogin:a\\b\n\n\0'],
  ['a heart-beat', '\n'],
])('nothing is doubtful in %s', (_, text) => {
  expect(doubtsOf(text)).toEqual([])
})

test.each([
  ['', 'empty'],
  ['SEMD\ndestination:/a\n\n\0', 'unknown-command SEMD'],
  ['SEND\ndestination\n\n\0', 'no-colon destination'],
  ['SEND\ndestination:a\\tb\n\n\0', 'unknown-escape \\t'],
  ['SEND\ndestination:/a\0', 'no-blank-line'],
  ['SEND\ndestination:/a\n\nbody', 'no-nul'],
  ['SEND\ndestination:/a\n\n', 'no-nul'],
  ['SEND\ncontent-length:1\n\na', 'no-nul'],
  ['SEND\ncontent-length:14\n\n{"name":"é"}\0', 'content-length 14 13'],
  ['SEND\ncontent-length:1\n\nab\0', 'content-length 1 2'],
  ['SEND\ndestination:/a\n\na\0b\0', 'after-nul'],
])('%j is in doubt: %s', (text, expected) => {
  expect(doubtsOf(text)).toEqual([expected])
})
