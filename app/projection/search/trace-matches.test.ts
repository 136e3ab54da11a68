import { describe, expect, test } from 'vitest'
import type { EventLog } from '#trace'
import { LogIndexes } from '../log-indexes.ts'
import { longLog } from '../long-log.ts'
import type { TimelineLane } from '../timeline/timeline-tick.ts'
import { TraceBuilder } from '../trace-builder.ts'
import { TraceMatches } from './trace-matches.ts'

const greetings = (count: number) => {
  const builder = new TraceBuilder()
  builder.snapshot()
  for (const client of ['A', 'B']) {
    builder.connect(client)
    builder.subscribe(client, '/topic/greetings')
  }
  for (let told = 0; told < count; told++) builder.wait(100).sendHello('A', ['A', 'B'])
  return builder
}

describe('a search of the trace', () => {
  const builder = greetings(3)
  const indexes = new LogIndexes(builder.log)
  const matches = new TraceMatches(indexes)

  test('counts a message once, however many hops it takes', () => {
    expect(matches.beginnings('type:SEND', '')).toHaveLength(3)
    expect(matches.beginnings('to:B type:MESSAGE', '')).toHaveLength(3)
  })

  test('marks every hop that matches', () => {
    const marked = builder.log.range(0, builder.log.next).filter(({ seq }) => matches.finds('type:SEND', '', seq))
    expect(marked.map(({ type }) => type)).toContain('handler.entered')
    expect(marked.length).toBeGreaterThan(6)
  })

  test('ticks the lanes of the timeline in which something matches', () => {
    const seqsIn = (lane: TimelineLane, search: string, filter = '') => {
      const column = matches.ticks(search, filter).column(lane, 'event')
      return Array.from({ length: column?.length ?? 0 }, (_, index) => column?.seqAt(index))
    }
    expect(seqsIn('client:A', 'type:SEND')).toEqual(
      builder.log
        .range(0, builder.log.next)
        .filter((event) => event.type === 'stomp.frame-decoded' && event.frame.command === 'SEND')
        .map(({ seq }) => seq),
    )
    expect(seqsIn('client:B', 'type:SEND')).toEqual([])
    expect(seqsIn('client:B', 'type:MESSAGE')).toHaveLength(3)
    expect(seqsIn('client:B', 'type:MESSAGE', 'to:A')).toEqual([])
    expect(seqsIn('client:A', '')).toEqual([])
  })

  test('finds nothing without words, and everything that plain text is in', () => {
    expect(matches.beginnings('  ', '')).toEqual([])
    expect(matches.finds('', '', 3)).toBe(false)
    expect(matches.beginnings('nobody says this', '')).toEqual([])
    expect(matches.beginnings('/app/hello', '').length).toBe(3)
  })

  test('finds only what the filter shows', () => {
    expect(matches.beginnings('type:SEND', 'from:B')).toEqual([])
    expect(matches.beginnings('type:SEND', 'from:A')).toHaveLength(3)
  })

  test('says where the cursor is, and goes on from there round the end', () => {
    const [first = -1, second = -1, third = -1] = matches.beginnings('type:SEND', '')
    const { steps } = indexes
    const standOn = (seq: number) => steps.cursorAfter(steps.stepOf(seq) ?? 0)
    const go = (cursor: number, direction: 1 | -1) => matches.nearest('type:SEND', '', cursor, direction)
    expect(matches.positionAt('type:SEND', '', 0)).toEqual({ position: 0, total: 3, isHere: false })
    expect(matches.positionAt('type:SEND', '', standOn(second))).toEqual({ position: 2, total: 3, isHere: true })
    expect(matches.positionAt('type:SEND', '', builder.log.next)).toEqual({ position: 3, total: 3, isHere: false })
    expect([go(0, 1), go(standOn(first), 1), go(standOn(third), 1)]).toEqual([first, second, first])
    expect([go(builder.log.next, -1), go(standOn(third), -1), go(standOn(first), -1)]).toEqual([third, second, third])
    expect(matches.nearest('type:ERROR', '', 0, 1)).toBeUndefined()
  })
})

describe('under a log that grows and forgets', () => {
  test('each event is asked about once', () => {
    const { log } = greetings(2)
    let asked = 0
    const watched: EventLog = {
      get first() {
        return log.first
      },
      get next() {
        return log.next
      },
      at(seq) {
        asked += 1
        return log.at(seq)
      },
    }
    const indexes = new LogIndexes(watched)
    const matches = new TraceMatches(indexes)
    const searchAgain = (): number => {
      indexes.catchUp()
      asked = 0
      for (let times = 0; times < 5; times++) matches.beginnings('type:SEND', '')
      return asked
    }
    const before = log.next
    expect(searchAgain()).toBe(before)
    new TraceBuilder(log).wait(10).sendHello('A', ['A', 'B'])
    expect(searchAgain()).toBe(log.next - before)
    expect(searchAgain()).toBe(0)
    expect(matches.ticks('type:SEND', '').column('client:A', 'event')?.length).toBe(3)
  })

  test('what was evicted is found no more', () => {
    const builder = longLog(3000, { events: 2000, octets: Number.MAX_SAFE_INTEGER }, 500)
    const whole = new LogIndexes(builder.log)
    const matches = new TraceMatches(whole)
    const beginnings = matches.beginnings('type:SEND', '')
    expect(builder.log.first).toBeGreaterThan(0)
    expect(beginnings.length).toBeGreaterThan(10)
    expect(beginnings[0]).toBeGreaterThanOrEqual(builder.log.first)
    expect(matches.ticks('type:SEND', '').counted.seqAt(0)).toBeGreaterThanOrEqual(builder.log.first)
  })
})
