import { describe, expect, test } from 'vitest'
import { readRecording } from '#trace'
import greeting from '../../../content/recordings/greeting.jsonl?raw'
import { LogIndexes } from '../log-indexes.ts'
import { SequenceRows } from './sequence.ts'
import { sequenceBars } from './sequence-bar.ts'

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
    const [bar] = sequenceBars(log, 'spring')
    expect(log.at(bar?.seq ?? -1)?.type).toBe('controller.invoked')
    expect(log.at(bar?.end ?? -1)?.type).toBe('controller.returned')
  })
})
