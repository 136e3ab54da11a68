import { describe, expect, test } from 'vitest'
import { readRecording, type TraceEvent } from '#trace'
import greeting from '../../../content/recordings/greeting.jsonl?raw'
import { LogIndexes } from '../log-indexes.ts'
import { SequenceRows } from './sequence.ts'
import { SequenceBars } from './sequence-bar.ts'

const read = readRecording(greeting)
const events = read.ok ? read.recording.events : []
const log = { first: 0, next: events.length, at: (seq: number) => events[seq] }
const indexes = new LogIndexes(log)
const all = () => true

describe('the sequence of a greeting', () => {
  test('on the wire is what goes between the clients and the server', () => {
    const { participants, rows } = new SequenceRows(indexes, 'wire', all).sequence
    expect(participants).toEqual(['client:A', 'client:B', 'server'])
    const sends = rows.filter(({ label }) => label === 'SEND')
    expect(sends.map(({ from, to }) => `${from} ${to}`)).toEqual(['client:A server'])
    const copies = rows.filter(({ label }) => label === 'MESSAGE')
    expect(copies.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual(['server client:A', 'server client:B'])
  })

  test('in Spring goes through its channels and handlers, in order', () => {
    const { rows } = new SequenceRows(indexes, 'spring', all).sequence
    const greeted = rows.find(({ label }) => label === 'SEND')?.message
    const route = rows.filter(({ message }) => message === greeted).map(({ to }) => to)
    expect(route).toContain('clientInboundChannel')
    expect(route.indexOf('simpAnnotationMethodMessageHandler')).toBeLessThan(route.indexOf('brokerChannel'))
    expect(route.indexOf('brokerChannel')).toBeLessThan(route.indexOf('clientOutboundChannel'))
  })

  test('leaves out what the filter hides', () => {
    const { rows } = new SequenceRows(indexes, 'wire', (seq) => indexes.traits.of(seq)?.label === 'SEND').sequence
    expect(rows.map(({ label }) => label)).toEqual(['SEND'])
  })

  test('shows a method as busy from its call to its return', () => {
    const [bar] = new SequenceBars(log, 'spring').bars
    expect(log.at(bar?.seq ?? -1)?.type).toBe('controller.invoked')
    expect(log.at(bar?.end ?? -1)?.type).toBe('controller.returned')
  })
})

describe('requests of a client', () => {
  const NOTHING = { text: '' }
  const envelope = { cause: null, client: 'A', session: null, thread: null }
  const asked = {
    type: 'http.requested',
    station: 'httpEndpoint',
    method: 'GET',
    path: '/ws/info',
    headers: [],
    body: NOTHING,
  } as const
  const answered = { type: 'http.responded', station: 'httpEndpoint', status: 200, headers: [], body: NOTHING } as const
  const barsOf = (told: readonly TraceEvent[]) =>
    new SequenceBars({ first: 0, next: told.length, at: (seq: number) => told[seq] }, 'wire').bars

  test('are no bars where they were answered at once', () => {
    const told = [
      { ...envelope, seq: 0, at: 0, ...asked },
      { ...envelope, seq: 1, at: 3, cause: 0, ...answered },
    ]
    expect(barsOf(told)).toEqual([])
  })

  test('are held while nothing has ended them, also after the head and chunks of a stream', () => {
    const chunk = { type: 'http.chunk-sent', station: 'httpEndpoint', request: 0, chunk: NOTHING, bytes: 2 } as const
    const told = [
      { ...envelope, seq: 0, at: 0, ...asked },
      { ...envelope, seq: 1, at: 1, cause: 0, ...answered },
      { ...envelope, seq: 2, at: 1, cause: 1, ...chunk },
    ]
    expect(barsOf(told)).toEqual([{ seq: 0, end: null, participant: 'client:A', kind: 'request' }])
    const ended = { type: 'http.ended', station: 'httpEndpoint', request: 0, bytes: 2 } as const
    expect(barsOf([...told, { ...envelope, seq: 3, at: 900, cause: 2, ...ended }])).toEqual([
      { seq: 0, end: 3, participant: 'client:A', kind: 'request' },
    ])
  })
})
