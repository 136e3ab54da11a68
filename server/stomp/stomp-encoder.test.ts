import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHeader, unescapeHeader } from './header-escaping.ts'
import { StompEncoder } from './stomp-encoder.ts'
import type { StompFrame } from './stomp-frame.ts'

const encoded = (command: string, headers: Record<string, string[]> = {}, body = ''): string => {
  const frame: StompFrame = { command, headers: new Map(Object.entries(headers)), body: new TextEncoder().encode(body) }
  return new TextDecoder().decode(new StompEncoder().encode(frame).octets)
}

describe('StompEncoder (2.0.7)', () => {
  it('writes headers in their order, several values as consecutive lines', () => {
    expect(encoded('RECEIPT', { b: ['1', '2'], a: ['3'] })).toBe('RECEIPT\nb:1\nb:2\na:3\n\n\0')
  })

  it.each(['SEND', 'MESSAGE', 'ERROR'])('puts the true content-length last in %s', (command) => {
    expect(encoded(command, { 'content-length': ['99'], a: ['1'] }, 'é')).toBe(
      `${command}\na:1\ncontent-length:2\n\né\0`,
    )
  })

  it('keeps a content-length elsewhere', () => {
    expect(encoded('DISCONNECT', { 'content-length': ['0'] })).toBe('DISCONNECT\ncontent-length:0\n\n\0')
  })

  it('writes not even a content-length where there are no headers', () => {
    expect(encoded('MESSAGE', {}, 'x')).toBe('MESSAGE\n\nx\0')
  })

  it('escapes names and values in every command but those of the handshake', () => {
    expect(encoded('ERROR', { 'a:b': ['c\n\r\\'] })).toBe('ERROR\na\\cb:c\\n\\r\\\\\ncontent-length:0\n\n\0')
    expect(encoded('CONNECTED', { 'user-name': ['a:b\\'] })).toBe('CONNECTED\nuser-name:a:b\\\n\n\0')
  })

  it('writes a heart-beat as one LF', () => {
    expect(encoded('HEARTBEAT')).toBe('\n')
  })
})

it('escaping is undone by unescaping', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(unescapeHeader(escapeHeader(text))).toEqual({ kind: 'unescaped', text })
    }),
  )
})
