import { describe, expect, it } from 'vitest'
import { createMessage } from '../messaging/message.ts'
import { parseSelector } from './selector.ts'

const MESSAGE = createMessage(new Uint8Array(), {
  simpMessageType: 'MESSAGE',
  simpDestination: '/topic/price',
  nativeHeaders: new Map([
    ['foo', ['bar', 'second']],
    ['x-trace', ["it's"]],
  ]),
})

describe('selectors (spring.md 3.12)', () => {
  it.each([
    ["headers.foo == 'bar'", true],
    ["headers.foo eq 'baz'", false],
    ["headers['x-trace'] == 'it''s'", true],
    ["headers.destination == '/topic/price'", true],
    ["headers.simpMessageType == 'MESSAGE'", true],
    ["headers.missing == 'bar'", false],
    ["headers.missing != 'bar'", true],
    ['headers.missing == null', true],
    ["headers.foo == 'a or b' or headers.foo == 'bar'", true],
    ["headers.foo == 'bar' and not (headers.foo < 'a')", true],
    ["!(headers.foo == 'bar')", false],
    ['true', true],
  ])('%s is %s', (source, expected) => {
    expect(parseSelector(source)?.(MESSAGE)).toBe(expected)
  })

  it.each([
    'headers.foo > 5',
    'headers.foo',
    '!headers.foo',
    "headers.__defineGetter__ == 'x'",
    "headers.foo == 'x' or headers.foo > 5",
  ])('wants nothing where the evaluation of %s fails or is not true', (source) => {
    expect(parseSelector(source)?.(MESSAGE)).toBe(false)
  })

  it.each([
    "headers.foo = 'bar'",
    'headers.',
    "headers.foo == 'open",
    'foo bar',
    '(true',
    '',
    'constructor',
    '#{1}',
    '('.repeat(9000),
  ])('does not parse %s', (source) => {
    expect(parseSelector(source)).toBeNull()
  })
})
