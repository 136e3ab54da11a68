import { describe, expect, it } from 'vitest'
import { formatMimeType, isOctetStream, parseMimeType } from './mime-type.ts'

const normalized = (text: string): string => {
  const parsed = parseMimeType(text)
  return parsed.kind === 'mime-type' ? formatMimeType(parsed.mimeType) : parsed.message
}

describe('a MIME type is rewritten as MimeType#toString does (2.0.12)', () => {
  it.each([
    ['text/plain; charset=UTF-8', 'text/plain;charset=UTF-8'],
    ['TEXT/Plain', 'text/plain'],
    [' application/json ;a=1 ; b="x;y"', 'application/json;a=1;b="x;y"'],
    ['text/plain;;a', 'text/plain'],
    ['*', '*/*'],
  ])('%j', (text, expected) => {
    expect(normalized(text)).toBe(expected)
  })
})

describe('an invalid MIME type has the text of Spring', () => {
  it.each([
    ['foo', "does not contain '/'"],
    ['', "'mimeType' must not be empty"],
    ['text/', "does not contain subtype after '/'"],
    ['*/plain', "wildcard type is legal only in '*/*' (all mime types)"],
    ['te xt/plain', 'Invalid token character \' \' in token "te xt"'],
    ['text/plain;charset=nope', "unsupported charset 'nope'"],
  ])('%j', (text, fault) => {
    expect(normalized(text)).toBe(`Invalid mime type "${text}": ${fault}`)
  })
})

it('octets go out as a binary message by their content type (7.6)', () => {
  expect(
    ['application/octet-stream', 'application/octet-stream;a=b', '*/*', 'application/*'].every(isOctetStream),
  ).toBe(true)
  expect(['application/json', 'text/plain', ''].some(isOctetStream)).toBe(false)
})
