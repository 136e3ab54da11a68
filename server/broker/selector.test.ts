import { describe, expect, it } from 'vitest'
import { createMessage } from '../messaging/message.ts'
import { parseSelector } from './selector.ts'

const MESSAGE = createMessage(new Uint8Array(), {
  simpMessageType: 'MESSAGE',
  simpDestination: '/topic/price',
  nativeHeaders: new Map([
    ['foo', ['bar', 'second']],
    ['x-trace', ["it's"]],
    ['flag', ['yes']],
  ]),
})

describe('selectors (spring.md 3.12)', () => {
  it.each([
    ["headers.foo == 'bar'", true],
    ["headers.foo eq 'baz'", false],
    ['headers.foo == "bar"', true],
    ["#root.headers.foo == 'bar'", true],
    ["headers?.foo + '!' == 'bar!'", true],
    ["headers.destination == '/topic/price'", true],
    ["headers['simpDestination'] == '/topic/price'", true],
    ["headers[simpDestination] == '/topic/price'", true],
    ["headers.missing == 'bar'", false],
    ["headers.missing != 'bar'", true],
    ['headers.missing == null', true],
    ['headers.missing < 1', true],
    ["headers.foo == 'a or b' or headers.foo == 'bar'", true],
    ["headers.foo == 'bar' and not (headers.foo < 'a')", true],
    ["!(headers.foo == 'bar')", false],
    ["headers.missing ?: 'x' == 'x'", true],
    ["headers.foo == 'bar' ? 1 + 1 == 2 : false", true],
    ["headers.foo matches 'b.*'", true],
    ["headers.foo matches 'b'", false],
    ["headers.destination matches '/topic/[a-z]+'", true],
    ["1 + 1 matches '\\d'", true],
    ['2 between {1, 3}', true],
    ['3 between {1, 3}', true],
    ['4 between {1, 3}', false],
    ["headers.foo between {'a', 'c'}", true],
    ["not (headers.foo between {'c', 'd'})", true],
    ['headers.flag', true],
    ['true', true],
  ])('%s is %s', (source, expected) => {
    expect(parseSelector(source)?.(MESSAGE)).toBe(expected)
  })

  it('finds no native header by its index: MessageHeaders is a map, and they are one of its values', () => {
    expect(parseSelector("headers['x-trace'] == null")?.(MESSAGE)).toBe(true)
  })

  it("finds nothing of a header's name in the message itself", () => {
    expect(parseSelector("foo == 'bar'")?.(MESSAGE)).toBe(false)
    expect(parseSelector('foo == null')?.(MESSAGE)).toBe(true)
  })

  it('takes an enum for what it is, and no text', () => {
    expect(parseSelector("headers.simpMessageType == 'MESSAGE'")?.(MESSAGE)).toBe(false)
  })

  it.each([
    'headers.foo > 5',
    'headers.foo',
    '!headers.foo',
    "headers.__defineGetter__ == 'x'",
    "headers.foo == 'x' or headers.foo > 5",
    "headers.x-trace == 'it'",
    "headers.foo = 'bar'",
    "headers.foo.startsWith('b')",
    "headers.missing matches '.*'",
    "headers.foo matches 'b['",
    'headers.foo matches 5',
    'headers.foo between {1, 3}',
    '2 between {1, 2, 3}',
    '2 between 3',
    'headers.foo instanceof T(String)',
    "headers.foo instanceof 'x'",
    '{1, 2} == 1',
    'T(java.lang.Runtime) == null',
    '@bean == null',
    'constructor',
    '{1, 2}',
  ])('wants nothing where the evaluation of %s fails or is not true', (source) => {
    expect(parseSelector(source)?.(MESSAGE)).toBe(false)
  })

  it.each([
    'headers.',
    "headers.foo == 'open",
    'foo bar',
    'headers.foo ==',
    'f(1',
    '1 ? 2',
    '(true',
    '',
    '#{1}',
    '('.repeat(9000),
  ])('does not parse %s', (source) => {
    expect(parseSelector(source)).toBeNull()
  })
})
