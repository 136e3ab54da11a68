import { describe, expect, it } from 'vitest'
import type { HttpRequest } from './http-exchange.ts'
import { isOriginAllowed, type OriginRules } from './origin.ts'

const from = (origin: string | null, host = 'example.org:8080'): HttpRequest => ({
  method: 'GET',
  path: '/ws',
  query: '',
  headers: [['Host', host], ...(origin === null ? [] : [['Origin', origin] as const])],
  body: new Uint8Array(),
})

const rules = (allowedOrigins: readonly string[], allowedOriginPatterns: readonly string[] = []): OriginRules => ({
  allowedOrigins,
  allowedOriginPatterns,
})

const SAME_ORIGIN_ONLY = rules([])

describe('with no origins configured (5.4.1)', () => {
  it.each([
    [null, 'example.org:8080', true],
    ['http://example.org:8080', 'example.org:8080', true],
    ['http://EXAMPLE.org', 'example.org:80', true],
    ['http://[::1]:8080', '[::1]:8080', true],
    ['https://example.org:8080', 'example.org:8080', false],
    ['http://example.org', 'example.org:8080', false],
    ['null', 'example.org:8080', false],
    ['http://example.org:8080.evil.example', 'example.org:8080', false],
  ])('Origin %j at %s: %s', (origin, host, allowed) => {
    expect(isOriginAllowed(from(origin, host), SAME_ORIGIN_ONLY)).toBe(allowed)
  })
})

describe('allowedOrigins', () => {
  it('are compared without case and trailing slash, `*` is any', () => {
    expect(isOriginAllowed(from('https://App.example'), rules(['https://app.example/']))).toBe(true)
    expect(isOriginAllowed(from('https://other.example'), rules(['https://app.example']))).toBe(false)
    expect(isOriginAllowed(from('null'), rules(['*']))).toBe(true)
  })
})

describe('allowedOriginPatterns', () => {
  it.each([
    ['https://a.domain1.com', 'https://*.domain1.com', true],
    ['https://domain1.com', 'https://*.domain1.com', false],
    ['https://a.domain1.com:8081', 'https://*.domain1.com:[8080,8081]', true],
    ['https://a.domain1.com:9090', 'https://*.domain1.com:[8080,8081]', false],
    ['https://a.domain1.com', 'https://*.domain1.com:[*]', true],
    ['https://aXdomain1.com', 'https://a.domain1.com', false],
    ['null', '*', true],
  ])('%s against %s: %s', (origin, pattern, allowed) => {
    expect(isOriginAllowed(from(origin), rules([], [pattern]))).toBe(allowed)
  })
})
