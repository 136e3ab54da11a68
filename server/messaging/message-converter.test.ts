import { describe, expect, it } from 'vitest'
import { BYTE_ARRAY, type JavaType, recordType, STRING } from './java-type.ts'
import { createMessage } from './message.ts'
import { fromValue, toArgument } from './message-converter.ts'

const HELLO = recordType('Hello', ['name'])
const text = (octets: Uint8Array) => new TextDecoder().decode(octets)

const convert = (type: JavaType<unknown>, body: string | Uint8Array, contentType?: string) => {
  const payload = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const headers = { simpMessageType: 'MESSAGE' as const, ...(contentType !== undefined && { contentType }) }
  const conversion = toArgument(type, createMessage(payload, headers))
  return conversion.kind === 'converted' ? conversion.value : conversion.error.message
}

describe('values that become payloads (spring.md 2.4.7)', () => {
  it.each([
    ['pong', 'text/plain;charset=UTF-8', 'pong'],
    [new TextEncoder().encode('raw'), 'application/octet-stream', 'raw'],
    [{ content: 'Xin chào' }, 'application/json', '{"content":"Xin chào"}'],
    [{ content: '"\\\n\u001f\u2028' }, 'application/json', '{"content":"\\"\\\\\\n\\u001F\u2028"}'],
  ])('%o is %s', (value, contentType, body) => {
    const converted = fromValue(value)
    expect([converted.contentType, text(converted.payload)]).toEqual([contentType, body])
  })
})

describe('payloads that become arguments (spring.md 2.4.8)', () => {
  it('assumes JSON for a record without a content type, and ignores what the record does not have', () => {
    expect(convert(HELLO, '{"name":"still here","more":1}')).toEqual({ name: 'still here' })
    expect(convert(HELLO, '{"name":"A"}', 'application/json;charset=UTF-8')).toEqual({ name: 'A' })
  })

  it('makes null of what JSON leaves out, and text of scalars', () => {
    expect(convert(HELLO, '{}')).toEqual({ name: null })
    expect(convert(HELLO, '{"name":null}')).toEqual({ name: null })
    expect(convert(HELLO, '{"name":5}')).toEqual({ name: '5' })
  })

  it('hands numbers on as they were written', () => {
    expect(convert(HELLO, '{"name":1.50}')).toEqual({ name: '1.50' })
    expect(convert(HELLO, '{"n\\"1":[-2], "name": 12345678901234567890}')).toEqual({ name: '12345678901234567890' })
    expect(convert(HELLO, '{"name":"7 \\" 1.50"}')).toEqual({ name: '7 " 1.50' })
    expect(convert(STRING, '-1e3', 'application/json')).toBe('-1e3')
  })

  it('reads a String as it is, in its charset, or from JSON when it is declared as JSON', () => {
    expect(convert(STRING, '{"name":"A"}')).toBe('{"name":"A"}')
    expect(convert(STRING, 'chào', 'text/plain')).toBe('chào')
    expect(convert(STRING, Uint8Array.of(0xe0), 'text/plain;charset=ISO-8859-1')).toBe('à')
    expect(convert(STRING, Uint8Array.of(0x80), 'text/plain;charset=ISO-8859-1')).toBe('\x80')
    expect(convert(STRING, Uint8Array.of(0x41, 0x80), 'text/plain;charset="us-ascii"')).toBe('A\ufffd')
    expect(convert(STRING, '"quoted"', 'application/json')).toBe('quoted')
  })

  it('gives the octets for byte[], whatever their content type', () => {
    expect(convert(BYTE_ARRAY, Uint8Array.of(1, 2), 'text/plain')).toEqual(Uint8Array.of(1, 2))
  })

  it.each([
    [HELLO, '{"name":"A"}', 'text/plain', /^Cannot convert from \[\[B\] to \[Hello\]/],
    [STRING, 'x', 'text/html', /^Cannot convert from \[\[B\] to \[java\.lang\.String\]/],
    [HELLO, 'null', undefined, /^Cannot convert/],
    [HELLO, '{1:2}', undefined, /^Could not read JSON: /],
    [HELLO, '{"name":01}', undefined, /^Could not read JSON: /],
    [HELLO, '{bad', undefined, /^Could not read JSON: /],
    [HELLO, '[]', undefined, /^Could not read JSON: Cannot deserialize value of type `Hello` from Array value/],
    [HELLO, '{"name":{}}', undefined, /`java\.lang\.String` from Object value \(token `JsonToken.START_OBJECT`\)/],
    [STRING, '{}', 'application/json', /`java\.lang\.String` from Object value/],
    [HELLO, '', undefined, /^Payload value must not be empty/],
    [BYTE_ARRAY, '', undefined, /^Payload value must not be empty/],
  ] as const)('cannot make %o of %j as %s', (type, body, contentType, message) => {
    expect(convert(type, body, contentType)).toMatch(message)
  })
})
