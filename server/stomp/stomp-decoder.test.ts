import { describe, expect, it } from 'vitest'
import { SPEC_DEPARTURES } from '../../content/departures/spec-departures.ts'
import vectors from '../../content/vectors/stomp-frames.json'
import { createStompDecoder, type StompDecodeResult, type StompDecoder } from './stomp-decoder.ts'
import type { StompFrame, WireStompFrame } from './stomp-frame.ts'

const octets = (text: string): Uint8Array => new TextEncoder().encode(text.replaceAll('^@', '\0'))
const text = (part: Uint8Array): string => new TextDecoder().decode(part)
const base64 = (part: Uint8Array): string => Buffer.from(part).toString('base64')

const decoder = (bufferSizeLimit = 65_536): StompDecoder => createStompDecoder({ bufferSizeLimit })

/** Results of consecutive WebSocket messages, up to the first failure. */
const decodeAll = (chunks: readonly Uint8Array[], subject = decoder()): StompDecodeResult[] => {
  const results: StompDecodeResult[] = []
  for (const chunk of chunks) {
    results.push(...subject.decode(chunk))
    if (results.at(-1)?.kind === 'failed') break
  }
  return results
}

const decode = (...chunks: string[]): StompDecodeResult[] => decodeAll(chunks.map(octets))

const wires = (results: readonly StompDecodeResult[]): WireStompFrame[] =>
  results.flatMap((result) => (result.kind === 'decoded' ? [result.wire] : []))

const framesOf = (results: readonly StompDecodeResult[]): StompFrame[] =>
  wires(results)
    .map(({ frame }) => frame)
    .filter(({ command }) => command !== 'HEARTBEAT')

const failure = (...chunks: string[]): string | null => {
  const last = decode(...chunks).at(-1)
  return last?.kind === 'failed' ? last.message : null
}

const comparable = ({ command, headers, body }: StompFrame) => ({
  command,
  headers: [...headers].flatMap(([name, values]) => values.map((value) => [name, value])),
  body: base64(body),
})

const split = (whole: Uint8Array, sizes: readonly number[]): Uint8Array[] => {
  const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0))
  return sizes.map((size, index) => whole.subarray(starts[index], (starts[index] ?? 0) + size))
}

interface Vector {
  readonly name: string
  readonly input_base64: string
  readonly chunks?: readonly number[]
  readonly expect: {
    readonly frames: readonly { command: string; headers: string[][]; body_base64: string }[]
    readonly error?: string
    readonly pending?: boolean
  }
}

/** What Spring makes of a vector, in the terms of what the vector expects. */
const springsOutcome = ({ input_base64, chunks }: Vector) => {
  const input = new Uint8Array(Buffer.from(input_base64, 'base64'))
  const results = decodeAll(split(input, chunks ?? [input.length]))
  return {
    ends: results.at(-1)?.kind === 'failed' ? 'error' : results.at(-1)?.kind === 'incomplete' ? 'pending' : 'complete',
    frames: framesOf(results).map(comparable),
  }
}

const wantedOutcome = ({ expect: { error, pending, frames } }: Vector) => ({
  ends: error ? 'error' : pending ? 'pending' : 'complete',
  frames: frames.map(({ command, headers, body_base64 }) => ({ command, headers, body: body_base64 })),
})

describe('the vectors of the STOMP specification', () => {
  const departures = new Set<string>(SPEC_DEPARTURES.map(({ vector }) => vector))

  it.each((vectors as Vector[]).map((vector) => [vector.name, vector] as const))('%s', (name, vector) => {
    if (departures.has(name)) expect(springsOutcome(vector)).not.toEqual(wantedOutcome(vector))
    else expect(springsOutcome(vector)).toEqual(wantedOutcome(vector))
  })

  it('name every departure once', () => {
    expect(departures.size).toBe(SPEC_DEPARTURES.length)
    expect((vectors as Vector[]).filter(({ name }) => departures.has(name))).toHaveLength(SPEC_DEPARTURES.length)
  })
})

describe('a failure has the text of Spring (S36)', () => {
  it.each([
    ['FOO\n\n^@', 'No enum constant org.springframework.messaging.simp.stomp.StompCommand.FOO'],
    ['connect\n\n^@', 'No enum constant org.springframework.messaging.simp.stomp.StompCommand.connect'],
    ['SEND\nfoo\n\n^@', "Illegal header: 'foo'. A header must be of the form <name>:[<value>]."],
    ['SEND\n:v\n\n^@', "Illegal header: ':v'. A header must be of the form <name>:[<value>]."],
    ['SUBSCRIBE\nid:0\n\nbody^@', "SUBSCRIBE shouldn't have a payload: length=4, headers={}"],
    ['SEND\na:b\\t\n\n^@', 'Illegal escape sequence at index 1: b\\t'],
    ['SEND\na:b\\\n\n^@', 'Illegal escape sequence at index 1: b\\'],
    ['SEND\ra:b\n\n^@', "'\\r' must be followed by '\\n'"],
    ['SEND\ncontent-length:2\n\nabc^@', 'Frame must be terminated with a null octet'],
    ['SEND\ncontent-type:foo\n\nx^@', 'Invalid mime type "foo": does not contain \'/\''],
    ['SEND\ncontent-length:x\n\nx', 'For input string: "x"'],
  ])('%j', (input, message) => {
    expect(failure(input)).toBe(message)
  })

  it('when more octets wait than the limit allows (7.4)', () => {
    const [result] = decodeAll([octets('SEND\n\n'), octets('x'.repeat(30))], decoder(32)).slice(-1)
    expect(result).toEqual({
      kind: 'failed',
      message: 'The configured STOMP buffer size limit of 32 bytes has been exceeded',
      offset: 0,
    })
  })

  it('on the message after a content-length that can never fit (S36x)', () => {
    const subject = decoder(1024)
    expect([...subject.decode(octets('SEND\ncontent-length:5000\n\nx'))]).toEqual([{ kind: 'incomplete', waiting: 27 }])
    expect([...subject.decode(octets('y'))]).toEqual([
      {
        kind: 'failed',
        message: "STOMP 'content-length' header value 5000  exceeds configured buffer size limit 1024",
        offset: 0,
      },
    ])
  })

  it('and says where it was found', () => {
    expect(decode('SEND\na:b\n\nx^@FOO\n\n^@')).toEqual([expect.objectContaining({ kind: 'failed', offset: 12 })])
  })
})

describe('one WebSocket message', () => {
  it('is decoded whole or not at all (2.0.2)', () => {
    expect(decode('SEND\ndestination:/a\n\n1^@FOO\n\n^@').map(({ kind }) => kind)).toEqual(['failed'])
  })

  it('of end-of-lines only is one heart-beat (2.0.6)', () => {
    const [wire] = wires(decode('\n\r\n\n'))
    expect(wire?.frame.command).toBe('HEARTBEAT')
    expect(wire?.spans.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 3],
      [3, 4],
    ])
  })

  it('of nothing is nothing', () => {
    expect(decode('')).toEqual([])
  })

  it('swallows end-of-lines around frames (S37)', () => {
    expect(wires(decode('\nSEND\n\n1^@\n\r\nSEND\n\n2^@\n')).map(({ frame }) => text(frame.body))).toEqual(['1', '2'])
  })

  it('may leave a tail for the next (7.5)', () => {
    expect(decode('SEND\n\n1^@\nSEND\n\nhel', 'lo^@').map((result) => result.kind)).toEqual([
      'decoded',
      'incomplete',
      'decoded',
    ])
  })

  it('is not looked at before as many octets are there as content-length says (7.5)', () => {
    // The broken end would fail at once if it were.
    const results = decode('SEND\ncontent-length:40\n\n', 'a'.repeat(10), 'b'.repeat(31))
    expect(results.map(({ kind }) => kind)).toEqual(['incomplete', 'incomplete', 'failed'])
  })

  it('keeps repeated headers, the first one first (2.0.6)', () => {
    const [wire] = wires(decode('SEND\na:1\nb:2\na:3\n\n^@'))
    expect([...(wire?.frame.headers ?? [])]).toEqual([
      ['a', ['1', '3']],
      ['b', ['2']],
    ])
  })

  it('of the handshake is not unescaped (2.0.6)', () => {
    expect(wires(decode('CONNECT\nlogin:a\\c\n\n^@'))[0]?.frame.headers.get('login')).toEqual(['a\\c'])
  })
})

it('spans name every octet of a frame but the colons', () => {
  const [wire] = wires(decode('\nSEND\r\nx:é\\c\n\nab^@'))
  expect(
    wire?.spans.map(({ part, start, end, index }) => [part, text(wire.octets.subarray(start, end)), index]),
  ).toEqual([
    ['command', 'SEND', undefined],
    ['end-of-line', '\r\n', undefined],
    ['header-name', 'x', 0],
    ['header-value', 'é\\c', 0],
    ['end-of-line', '\n', 0],
    ['end-of-line', '\n', undefined],
    ['body', 'ab', undefined],
    ['nul', '\0', undefined],
  ])
})
