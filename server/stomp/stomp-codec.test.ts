import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createStompCodec } from './stomp-codec.ts'
import { isStompCommand, STOMP_COMMANDS } from './stomp-command.ts'
import { createStompDecoder, type StompDecodeResult } from './stomp-decoder.ts'
import { StompEncoder } from './stomp-encoder.ts'
import type { StompFrame, WireStompFrame } from './stomp-frame.ts'

const headers = (character: RegExp): fc.Arbitrary<StompFrame['headers']> =>
  fc
    .uniqueArray(
      fc.tuple(
        fc.stringMatching(character, { maxLength: 8 }).filter((name) => name !== '' && !name.startsWith('content-')),
        fc.array(fc.stringMatching(character, { maxLength: 8 }), { minLength: 1, maxLength: 2 }),
      ),
      { maxLength: 4, selector: ([name]) => name },
    )
    .map((entries) => new Map(entries))

/** Characters that may stand in a header: any where they are escaped, none of the grammar's where they are not. */
const ESCAPED = headers(/^[a-z:\\\r\n é😀]*$/u)
const VERBATIM = headers(/^[a-z\\ é😀]*$/u)

/** Any frame that Spring's encoder can write so that its decoder reads it again. */
const anyFrame: fc.Arbitrary<StompFrame> = fc
  .constantFrom(...Object.keys(STOMP_COMMANDS))
  .filter(isStompCommand)
  .chain((command) => {
    const { allowsBody, escapesHeaders } = STOMP_COMMANDS[command]
    return fc
      .record({
        headers: escapesHeaders ? ESCAPED : VERBATIM,
        body: allowsBody ? fc.uint8Array({ maxLength: 12 }) : fc.constant(new Uint8Array()),
      })
      .map(({ headers, body }) => ({
        command,
        headers,
        // Without headers there is no content-length, and a NUL would end the body.
        body: headers.size === 0 ? body.filter((octet) => octet !== 0) : body,
      }))
  })

/** Results of consecutive WebSocket messages, up to the first failure. */
const decodeAll = (...chunks: readonly Uint8Array[]): StompDecodeResult[] => {
  const decoder = createStompDecoder({ bufferSizeLimit: 65_536 })
  const results: StompDecodeResult[] = []
  for (const chunk of chunks) {
    results.push(...decoder.decode(chunk))
    if (results.at(-1)?.kind === 'failed') break
  }
  return results
}

const wires = (results: readonly StompDecodeResult[]): WireStompFrame[] =>
  results.flatMap((result) => (result.kind === 'decoded' ? [result.wire] : []))

/** content-length is the encoder's own. */
const comparable = ({ command, headers, body }: StompFrame) => ({
  command,
  headers: [...headers].filter(([name]) => name !== 'content-length'),
  body: [...body],
})

it('any octets are decoded, kept or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 4 }), (chunks) => {
      for (const result of decodeAll(...chunks)) expect(['decoded', 'incomplete', 'failed']).toContain(result.kind)
    }),
  )
})

it('any chunking gives the same frames (7.5)', () => {
  fc.assert(
    fc.property(fc.array(anyFrame, { minLength: 1, maxLength: 4 }), fc.array(fc.nat({ max: 200 })), (frames, cuts) => {
      const whole = new Uint8Array(frames.flatMap((frame) => [...new StompEncoder().encode(frame).octets]))
      const edges = [0, ...cuts.toSorted((a, b) => a - b), whole.length]
      const chunks = edges.slice(1).map((end, index) => whole.subarray(edges[index], end))
      expect(wires(decodeAll(...chunks)).map(({ frame }) => comparable(frame))).toEqual(frames.map(comparable))
    }),
  )
})

it('what is encoded is decoded again, with the same lines and spans', () => {
  fc.assert(
    fc.property(anyFrame, (frame) => {
      const encoded = new StompEncoder().encode(frame)
      const [decoded] = wires(decodeAll(encoded.octets))
      expect(decoded && comparable(decoded.frame)).toEqual(comparable(frame))
      expect(decoded?.lines).toEqual(encoded.lines)
      expect(decoded?.spans).toEqual(encoded.spans)
    }),
  )
})

it("a client's own content-length is not told where the client had it, but last, where the octets have it", () => {
  const headers = new Map([
    ['content-length', ['99']],
    ['destination', ['/a']],
  ])
  const { lines, text } = new StompEncoder().encode({ command: 'MESSAGE', headers, body: new Uint8Array([65]) })
  expect(text).toBe('MESSAGE\ndestination:/a\ncontent-length:1\n\nA\0')
  expect(lines).toEqual([
    ['destination', '/a'],
    ['content-length', '1'],
  ])
})

it('a header that is repeated after another one is told where it stands, though a multi-map groups it', () => {
  const [decoded] = wires(decodeAll(new TextEncoder().encode('SEND\na:1\nb:2\na:3\n\n\0')))
  expect([...(decoded?.frame.headers ?? [])]).toEqual([
    ['a', ['1', '3']],
    ['b', ['2']],
  ])
  expect(decoded?.lines).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['a', '3'],
  ])
})

it('text and binary messages carry the same octets', () => {
  const codec = createStompCodec({ messageSizeLimit: 1024 })
  const frame: StompFrame = { command: 'MESSAGE', headers: new Map([['a', ['é']]]), body: new Uint8Array([0xc3, 0xa9]) }
  const text = 'MESSAGE\na:é\ncontent-length:2\n\né\0'
  expect(codec.encode(frame, 'text').message).toEqual({
    kind: 'text',
    text,
    length: new TextEncoder().encode(text).length,
  })
  expect(codec.encode(frame, 'binary').message).toEqual({ kind: 'binary', octets: new TextEncoder().encode(text) })
})
