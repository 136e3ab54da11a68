import { describe, expect, test } from 'vitest'
import { readRecording } from '#trace'
import greeting from '../../../content/recordings/greeting.jsonl?raw'
import { LogIndexes } from '../log-indexes.ts'
import { EventFilter } from './event-filter.ts'
import { parseFilter } from './parse-filter.ts'

const termsOf = (text: string) => {
  const { terms, problem } = parseFilter(text)
  if (terms === null) throw new Error(problem.key)
  return terms
}

describe('the language', () => {
  test('reads what the filter bar promises', () => {
    expect(termsOf('type:SEND from:A dest:/topic/** body~/ada/ size>1k errors')).toEqual([
      { field: 'type', commands: ['SEND'], negated: false },
      { field: 'from', clients: ['A'], negated: false },
      { field: 'dest', pattern: /^\/topic(?:\/.*)?$/, negated: false },
      { field: 'body', pattern: /ada/, negated: false },
      { field: 'size', compare: '>', octets: 1024, negated: false },
      { field: 'is', flag: 'error', negated: false },
    ])
  })

  test('takes several commands, turns a term round, keeps spaces in quotes', () => {
    expect(termsOf('type:send,message -dest:/queue/* "hello ada" size:<=92')).toEqual([
      { field: 'type', commands: ['SEND', 'MESSAGE'], negated: false },
      { field: 'dest', pattern: /^\/queue\/[^/]*$/, negated: true },
      { field: 'text', words: 'hello ada', negated: false },
      { field: 'size', compare: '<=', octets: 92, negated: false },
    ])
  })

  test('an empty filter has no terms', () => {
    expect(termsOf('   ')).toEqual([])
  })

  test.each([
    ['colour:red', 'filter.unknown-field', 0, 10],
    ['type:SEND from:', 'filter.no-value', 10, 15],
    ['size>big', 'filter.bad-size', 0, 8],
    ['body~/(/', 'filter.bad-pattern', 0, 8],
    ['layer:ip', 'filter.unknown-layer', 0, 8],
    ['dir:up', 'filter.unknown-direction', 0, 6],
    ['is:new', 'filter.unknown-flag', 0, 6],
    ['say "hello', 'filter.open-quote', 4, 10],
  ])('%s is explained, with its place', (text, key, start, end) => {
    expect(parseFilter(text).problem).toMatchObject({ key, start, end })
  })
})

describe('what passes', () => {
  const read = readRecording(greeting)
  const events = read.ok ? read.recording.events : []
  const log = { first: 0, next: events.length, at: (seq: number) => events[seq] }
  const indexes = new LogIndexes(log)
  const passing = (text: string) => {
    const filter = new EventFilter(termsOf(text), indexes)
    return events.filter((event) => filter.passes(event))
  }

  test('the hops of a SEND carry its type, its client and its destination', () => {
    const hops = passing('type:SEND from:A dest:/app/hello')
    expect(hops.map(({ type }) => type)).toContain('channel.sent')
    expect(hops.map(({ type }) => type)).toContain('handler.entered')
    expect(hops.every(({ client }) => client === 'A')).toBe(true)
  })

  test('copies are found by whom they go to', () => {
    const types = passing('type:MESSAGE to:B layer:stomp').map(({ type }) => type)
    expect(types).toEqual(['stomp.frame-encoded'])
  })

  test('a body is found by its text and by an expression', () => {
    expect(passing('body~/hello, ada/i layer:stomp')).toHaveLength(2)
    expect(passing('body:"Hello, Ada" layer:stomp')).toHaveLength(2)
    expect(passing('body:nobody')).toEqual([])
  })

  test('octets are found by the frame that they turned out to be', () => {
    const types = passing('type:SEND body~/ada/i layer:websocket').map(({ type }) => type)
    expect(types).toEqual(['websocket.frame-received'])
  })

  test('everything that passes and everything that does not make up the log', () => {
    expect(passing('type:SEND').length + passing('-type:SEND').length).toBe(events.length)
  })
})
