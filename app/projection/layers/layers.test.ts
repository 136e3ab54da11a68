import { describe, expect, test } from 'vitest'
import { encodeWebSocketFrame } from '../../../server/websocket/websocket-frame-encoder.ts'
import type { LayerSpan } from './layer.ts'
import { sockJsLayer } from './sockjs-layer.ts'
import { stompLayer } from './stomp-layer.ts'
import { utf8Octets, utf8Text } from './utf8-text.ts'
import { webSocketLayer } from './websocket-layer.ts'

const octetsOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const MASKING_KEY = Uint8Array.from([0xca, 0x71, 0xa4, 0xb9])
const SEND = 'SEND\ndestination:/app/hello\ncontent-type:application/json\ncontent-length:14\n\n{"name":"Ada"}\0'

const frameOf = (text: string) => {
  const payload = octetsOf(text)
  return {
    octets: encodeWebSocketFrame({ opcode: 'text', payload, maskingKey: MASKING_KEY }),
    length: payload.length,
  }
}
const partOf = (spans: readonly LayerSpan[], part: string, index = 0): LayerSpan => {
  const found = spans.filter((span) => span.part === part)[index]
  if (found === undefined) throw new Error(`no ${part} ${index}`)
  return found
}

describe('a SEND over a raw WebSocket', () => {
  const { layer, payload } = webSocketLayer([frameOf(SEND)])
  const stomp = stompLayer(payload)

  test('is 92 octets of STOMP in 98 octets of WebSocket (RFC 6455 §5.2)', () => {
    expect([payload.octets.length, layer.octets.length]).toEqual([92, 98])
    expect(partOf(layer.spans, 'websocket.length').value).toBe('92')
    expect(partOf(layer.spans, 'websocket.masking-key').value).toBe('ca 71 a4 b9')
    expect(partOf(layer.spans, 'websocket.opcode').value).toBe('1')
  })

  test('every part of the frame names exactly its octets on the wire', () => {
    const destination = partOf(stomp.spans, 'stomp.header-value')
    expect(destination.value).toBe('/app/hello')
    const from = 6 + SEND.indexOf('/app/hello')
    expect(destination.wire).toEqual(Array.from('/app/hello', (_, at) => from + at))
    expect(partOf(stomp.spans, 'stomp.nul').wire).toEqual([97])
    expect(partOf(stomp.spans, 'stomp.blank-line').value).toBe('\n')
  })

  test('the parts follow one another without a gap', () => {
    const ends = stomp.spans.map(({ end }) => end)
    expect(stomp.spans.map(({ start }) => start)).toEqual([0, ...ends.slice(0, -1)])
    expect(ends.at(-1)).toBe(stomp.text.length)
  })
})

describe('the same SEND through SockJS', () => {
  const text = JSON.stringify([SEND])
  const { layer, payload } = webSocketLayer([frameOf(text)])
  const sockJs = sockJsLayer(utf8Text(payload.octets, payload.wire))
  const [message] = sockJs.messages
  const stomp = stompLayer(utf8Octets(message ?? { text: '', wire: [] }))

  test('is 110 octets of JSON in 116 octets of WebSocket', () => {
    expect([payload.octets.length, layer.octets.length]).toEqual([110, 116])
    expect(message?.text).toBe(SEND)
  })

  test('the one octet of NUL is six characters of SockJS and six masked octets', () => {
    const nul = partOf(stomp.spans, 'stomp.nul')
    expect(nul.wire).toHaveLength(6)
    const escaped = sockJs.layer.spans.find((span) => span.value === '\\u0000')
    expect(escaped).toMatchObject({ part: 'sockjs.escape', params: { code: 'U+0000' } })
    expect(escaped?.wire).toEqual(nul.wire)
  })
})

test('a server frame of SockJS is its letter, and brackets around strings', () => {
  const text = 'a["x\\ny","z"]'
  const { layer, messages } = sockJsLayer(
    utf8Text(
      octetsOf(text),
      Array.from(text, (_, at) => [at]),
    ),
  )
  expect(messages.map((message) => message.text)).toEqual(['x\ny', 'z'])
  expect(layer.spans.map(({ value }) => value)).toEqual(['a', '[', '"', 'x', '\\n', 'y', '"', ',', '"', 'z', '"', ']'])
})

test('a character beyond the BMP is four octets and two units, also when JSON wrote it as two escapes', () => {
  const text = '["\\ud83d\\ude00"]'
  const [message] = sockJsLayer(
    utf8Text(
      octetsOf(text),
      Array.from(text, (_, at) => [at]),
    ),
  ).messages
  const stomp = utf8Octets(message ?? { text: '', wire: [] })
  expect(stomp.octets).toEqual(octetsOf('😀'))
  expect(stomp.wire.map(({ length }) => length)).toEqual([12, 12, 12, 12])
  expect(utf8Text(stomp.octets, stomp.wire).text).toBe('😀')
})

test('a body that was cut says how long it was', () => {
  const octets = octetsOf('SEND\n\nbeginn')
  const wire = Array.from(octets, (_, at) => [at])
  expect(partOf(stompLayer({ octets, wire }, 9).spans, 'stomp.body').params.length).toBe(9)
})

test('a byte order mark is a character like any other', () => {
  const octets = octetsOf('\ufeffa')
  const read = utf8Text(
    octets,
    Array.from(octets, (_, at) => [at]),
  )
  expect([read.text, read.wire]).toEqual(['\ufeffa', [[0, 1, 2], [3]]])
})

test('a message in two frames leaves out the second head (RFC 6455 §5.4)', () => {
  const fragment = (part: string, fin: boolean, opcode: 'text' | 'continuation') => {
    const payload = octetsOf(part)
    return { octets: encodeWebSocketFrame({ opcode, payload, maskingKey: null, fin }), length: payload.length }
  }
  const { payload } = webSocketLayer([fragment('SE', false, 'text'), fragment('ND', true, 'continuation')])
  expect(payload.wire.flat()).toEqual([2, 3, 6, 7])
})

test('what comes after a cut is no continuation of what came before it', () => {
  const long = octetsOf('x'.repeat(300))
  const octets = encodeWebSocketFrame({ opcode: 'text', payload: long, maskingKey: null, fin: false })
  const last = encodeWebSocketFrame({ opcode: 'continuation', payload: octetsOf('end'), maskingKey: null })
  const { layer, payload, missing } = webSocketLayer([
    { octets: octets.subarray(0, 104), length: 300 },
    { octets: last, length: 3 },
  ])
  expect([payload.octets.length, missing, layer.octets.length]).toEqual([100, 200, 109])
})

test('a repeated header counts only once (STOMP 1.2, Repeated Header Entries), CR LF is one end of line', () => {
  const text = 'SEND\r\nfoo:1\nfoo:2\nbar:a\\cb\n\n\0'
  const { spans } = stompLayer({ octets: octetsOf(text), wire: Array.from(text, (_, at) => [at]) })
  expect(spans.map(({ part, value }) => `${part} ${JSON.stringify(value)}`)).toEqual([
    'stomp.command "SEND"',
    'stomp.end-of-line "\\r\\n"',
    'stomp.header-name "foo"',
    'stomp.colon ":"',
    'stomp.header-value "1"',
    'stomp.end-of-line "\\n"',
    'stomp.header-name "foo"',
    'stomp.colon ":"',
    'stomp.repeated-value "2"',
    'stomp.end-of-line "\\n"',
    'stomp.header-name "bar"',
    'stomp.colon ":"',
    'stomp.header-value "a\\\\cb"',
    'stomp.escape "\\\\c"',
    'stomp.end-of-line "\\n"',
    'stomp.blank-line "\\n"',
    'stomp.nul "\\u0000"',
  ])
})

test('a Close frame shows its code and reason (RFC 6455 §5.5.1)', () => {
  const payload = Uint8Array.from([0x03, 0xe8, ...octetsOf('bye')])
  const octets = encodeWebSocketFrame({ opcode: 'close', payload, maskingKey: null })
  const { layer } = webSocketLayer([{ octets, length: payload.length }])
  expect(partOf(layer.spans, 'websocket.close-code').value).toBe('1000')
  expect(partOf(layer.spans, 'websocket.close-reason').value).toBe('bye')
})
