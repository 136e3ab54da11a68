import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AntPathMatcher } from './ant-path-matcher.ts'
import { comparePatterns } from './ant-pattern-comparator.ts'

const matcher = new AntPathMatcher()

describe('AntPathMatcher (spring.md 3.5, 3.8)', () => {
  it.each([
    ['/hello', '/hello', true],
    ['/hello', '/Hello', false],
    ['/hello', '/hello/', false],
    ['/hello', 'hello', false],
    ['/a//b', '/a/b', true],
    ['/?rice', '/price', true],
    ['/?rice', '/rice', false],
    ['/topic/price.stock.*', '/topic/price.stock.IBM', true],
    ['/topic/*', '/topic/a/b', false],
    ['/topic/*', '/topic', false],
    ['/topic/*', '/topic/', true],
    ['/topic/**', '/topic/a/b', true],
    ['/topic/**', '/topic', true],
    ['/**/b', '/a/a/b', true],
    ['/a/**/b/**/c', '/a/x/b/y/z/c', true],
    ['/a/**/b/**/c', '/a/x/c', false],
    ['/**', '/', true],
    ['/chat/{room}', '/chat/tea', true],
    ['/chat/{room}', '/chat/tea/pot', false],
    ['/chat/{room:[a-z]+}', '/chat/tea', true],
    ['/chat/{room:[a-z]+}', '/chat/42', false],
    ['/code/{n:\\d{3}}', '/code/123', true],
    ['/a.b', '/axb', false],
  ])('%s against %s: %s', (pattern, path, expected) => {
    expect(matcher.matches(pattern, path)).toBe(expected)
  })

  it('splits at dots when told to (spring.md 3.2, S41)', () => {
    const dots = new AntPathMatcher('.')
    expect(dots.matches('/topic/price.*', '/topic/price.x')).toBe(true)
    expect(dots.matches('/topic/price.*', '/topic/price.x.y')).toBe(false)
    expect(dots.extractVariables('red.blue.{green}', 'red.blue.green123')).toEqual({ green: 'green123' })
    expect(dots.combine('red', 'blue.{green}')).toBe('red.blue.{green}')
  })

  it('extracts variables, several in one segment too', () => {
    expect(matcher.extractVariables('/room/{id}/say', '/room/7/say')).toEqual({ id: '7' })
    expect(matcher.extractVariables('/{a}-{b}', '/x-y')).toEqual({ a: 'x', b: 'y' })
    expect(matcher.extractVariables('/room/{id}', '/hall/7')).toBeNull()
  })

  it('combines patterns of a class and a method (spring.md 3.3)', () => {
    expect(matcher.combine('/room', '/{id}/say')).toBe('/room/{id}/say')
    expect(matcher.combine('/room', '')).toBe('/room')
    expect(matcher.combine('', '/hello')).toBe('/hello')
    expect(matcher.combine('/room/*', '/plain')).toBe('/room/plain')
  })

  it('tells patterns from literal destinations', () => {
    expect(['/a/*', '/a/?', '/a/{b}', '/a/**'].every((path) => matcher.isPattern(path))).toBe(true)
    expect(['/a', '/a/{b', '/a/b}', '/a}{'].some((path) => matcher.isPattern(path))).toBe(false)
  })

  it('matches nothing with an expression that cannot be read, and does not break', () => {
    expect(matcher.matches('/topic/{x:[}', '/topic/a')).toBe(false)
    expect(matcher.matches('/topic/{x:(}', '/topic/a')).toBe(false)
  })

  it('answers soon, whatever a client subscribes to', () => {
    const long = `/topic/${'a/'.repeat(400)}x`
    const began = performance.now()
    matcher.matches(`/topic/${'**/a/'.repeat(12)}b`, long)
    matcher.matches('/topic/{x:(a+)+}', `/topic/${'a'.repeat(40)}!`)
    matcher.matches(`/topic/${'*a'.repeat(12)}b`, `/topic/${'a'.repeat(400)}`)
    expect(performance.now() - began).toBeLessThan(1000)
  })

  const segment = fc.stringMatching(/^[a-z.]{1,6}$/)
  const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => `/${segments.join('/')}`)

  it('matches every literal path with itself and with /**', () => {
    fc.assert(
      fc.property(path, (literal) => {
        expect(matcher.matches(literal, literal)).toBe(true)
        expect(matcher.matches('/**', literal)).toBe(true)
      }),
    )
  })

  it('matches a path when one segment becomes a star or a variable, and finds the variable', () => {
    fc.assert(
      fc.property(path, fc.nat(), (literal, choice) => {
        const segments = literal.split('/').slice(1)
        const index = choice % segments.length
        const withSegment = (segment: string) => `/${segments.with(index, segment).join('/')}`
        expect(matcher.matches(withSegment('*'), literal)).toBe(true)
        expect(matcher.extractVariables(withSegment('{v}'), literal)).toEqual({ v: segments[index] })
      }),
    )
  })
})

describe('AntPatternComparator (spring.md 3.4)', () => {
  it('puts the exact pattern first, then fewer wildcards, then longer ones, and /** last', () => {
    const patterns = ['/**', '/deep/**', '/deep/*', '/deep/{x}', '/deep/special']
    expect(patterns.toSorted(comparePatterns('/deep/special'))).toEqual([
      '/deep/special',
      '/deep/{x}',
      '/deep/*',
      '/deep/**',
      '/**',
    ])
  })

  it('finds two equally good patterns equal', () => {
    expect(comparePatterns('/a/b')('/{x}/b', '/a/{y}')).toBe(0)
    expect(comparePatterns('/a')('/**', '/**')).toBe(0)
  })
})
