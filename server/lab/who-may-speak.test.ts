import { expect, test } from 'vitest'
import type { HttpHeaders } from '../http/http-exchange.ts'
import { whoMaySpeak } from './who-may-speak.ts'

const OWN = new Set(['192.168.1.20', 'classroom.local'])
const asks = (...headers: HttpHeaders) =>
  whoMaySpeak({ method: 'GET', path: '/trace', query: '', headers, body: new Uint8Array() }, OWN)

test.each([['localhost:5173'], ['127.0.0.1:5173'], ['[::1]:5173'], ['192.168.1.20:5173'], ['classroom.local:5173']])(
  'a request to %s without an Origin is from this machine',
  (host) => {
    expect(asks(['Host', host])).toEqual({ allowed: true })
  },
)

test('the page itself may speak', () => {
  expect(asks(['Host', '127.0.0.1:5173'], ['Origin', 'http://127.0.0.1:5173'])).toEqual({ allowed: true })
})

test.each([['https://evil.example'], ['http://127.0.0.1:9999'], ['null']])('the page of %s may not', (origin) => {
  expect(asks(['Host', '127.0.0.1:5173'], ['Origin', origin])).toEqual({
    allowed: false,
    why: `Origin "${origin}" is not this page`,
  })
})

test('a name that somebody else made to point here is refused (DNS rebinding)', () => {
  expect(asks(['Host', 'evil.example:5173'], ['Origin', 'http://evil.example:5173']).allowed).toBe(false)
})

test('a request without Host is refused', () => {
  expect(asks().allowed).toBe(false)
})
