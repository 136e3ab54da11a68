import { describe, expect, it } from 'vitest'
import { AntPathMatcher } from './ant-path-matcher.ts'
import { messageMapping } from './handler-method.ts'
import { MappingRegistry } from './mapping-registry.ts'

const method = (pattern: string) => messageMapping(pattern, { name: pattern }, () => undefined)

const registry = new MappingRegistry(
  [
    { name: 'Plain', methods: ['hello', '/deep/**', '/deep/special', '/wide/*/end'].map(method) },
    { name: 'Room', pattern: '/room', methods: ['/{id}/say', 'plain', ''].map(method) },
  ],
  new AntPathMatcher(),
)

const found = (destination: string) => {
  const lookup = registry.find('MessageMapping', destination)
  return lookup.kind === 'found' ? [lookup.mapping.pattern, lookup.variables] : lookup.kind
}

describe('MappingRegistry (spring.md 3.3, 3.4)', () => {
  it('combines the patterns of class and method, with the slash that they lack', () => {
    expect(registry.patternsOf('MessageMapping')).toEqual([
      '/hello',
      '/deep/**',
      '/deep/special',
      '/wide/*/end',
      '/room/{id}/say',
      '/room/plain',
      '/room',
    ])
  })

  it.each([
    ['/hello', ['/hello', {}]],
    ['/deep/special', ['/deep/special', {}]],
    ['/deep/a/b', ['/deep/**', {}]],
    ['/room/7/say', ['/room/{id}/say', { id: '7' }]],
    ['/room', ['/room', {}]],
    ['/hello/', 'none'],
  ])('finds for %s', (destination, expected) => {
    expect(found(destination)).toEqual(expected)
  })
})
