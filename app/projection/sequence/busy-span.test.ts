import { expect, test } from 'vitest'
import { LogIndexes } from '../log-indexes.ts'
import { longLog } from '../long-log.ts'
import { busySpans, rowsBefore } from './busy-span.ts'
import { bracketPart, messageBracket } from './message-bracket.ts'
import { SequenceRows } from './sequence.ts'

const builder = longLog(400)
const indexes = new LogIndexes(builder.log)
const { rows } = new SequenceRows(indexes, 'spring', () => true).sequence

test('a bar stands beside the rows from its beginning to its end, and to the last while it goes on', () => {
  const [begin = -1, end = -1] = [rows[3]?.seq, rows[7]?.seq]
  const bar = { seq: begin, participant: 'client:A', kind: 'request' } as const
  const [ended, open] = busySpans(rows, [
    { ...bar, end },
    { ...bar, end: null },
  ])
  expect(ended).toEqual({
    participant: 'client:A',
    first: rowsBefore(rows, begin),
    last: rowsBefore(rows, end + 1) - 1,
  })
  expect(open?.last).toBe(rows.length - 1)
})

test('a bar between two rows stands beside none', () => {
  const after = (rows[4]?.seq ?? 0) + 1
  const bars = [{ seq: after, end: after - 1, participant: 'server', kind: 'method' } as const]
  expect(busySpans(rows, bars)).toEqual([])
})

test('a bracket holds a cause and every effect, and nothing of the message is outside', () => {
  const message = rows.find(({ label }) => label === 'SEND')?.message ?? null
  const bracket = messageBracket(rows, indexes.messages, message)
  if (bracket === null) throw new Error('the log has a SEND')
  const parts = rows.map((row, index) => bracketPart(bracket, index, row))
  expect(rows[bracket.first]?.label).toBe('SEND')
  expect(parts.filter((part) => part === 'begin')).toHaveLength(1)
  expect(parts.filter((part) => part === 'end')).toHaveLength(1)
  rows.forEach((row, index) => {
    const part = parts[index]
    expect(row.message === message).toBe(part !== null && part !== 'past')
  })
})

test('what is of no message has no bracket', () => {
  expect(messageBracket(rows, indexes.messages, null)).toBeNull()
})
