import { describe, expect, test } from 'vitest'
import { hopTime, TRAVEL_MS } from './display-timing.ts'
import { helloLog } from './hello-log.ts'
import { LogIndexes } from './log-indexes.ts'
import { longLog } from './long-log.ts'
import { tokensAt } from './tokens.ts'
import { TraceBuilder } from './trace-builder.ts'

const hello = () => {
  const indexes = new LogIndexes(helloLog().log)
  const starts = indexes.messages.stepsOf(5)
  const of = (type: string) => starts.filter((seq) => indexes.log.at(seq)?.type === type)
  return { indexes, starts, of, begin: indexes.schedule.shownAt((starts[0] ?? 0) - 1) }
}

describe('the display schedule', () => {
  test('each hop of a single message takes its full time', () => {
    const { indexes, starts, begin } = hello()
    const hops = [0, 1, 2, 4, 5, 7, 8].map((index) => indexes.schedule.dueOf(starts[index] ?? -1) - begin)
    expect(hops).toEqual([1, 2, 3, 4, 5, 6, 7].map((hop) => hop * TRAVEL_MS))
  })

  test('what does not move takes no time', () => {
    const { indexes, starts } = hello()
    const [, , sent = -1, offered = -1] = starts
    expect(indexes.schedule.shownAt(offered)).toBe(indexes.schedule.shownAt(sent))
  })

  test('branches of one cause arrive together', () => {
    const { indexes, of } = hello()
    const [ada = -1, bob = -1] = of('websocket.frame-sent')
    expect(indexes.schedule.dueOf(ada)).toBe(indexes.schedule.dueOf(bob))
    const handlers = of('handler.entered')
      .slice(0, 1)
      .concat(of('handler.entered').slice(2, 4))
      .map((seq) => indexes.schedule.dueOf(seq))
    expect(new Set(handlers).size).toBe(1)
  })

  test('an event is shown when it and all before it are due', () => {
    const { indexes } = hello()
    let shown = 0
    for (let seq = 0; seq < indexes.log.next; seq++) {
      shown = Math.max(shown, indexes.schedule.dueOf(seq))
      expect(indexes.schedule.shownAt(seq)).toBe(shown)
      expect(indexes.schedule.cursorAt(shown)).toBeGreaterThan(seq)
      expect(indexes.schedule.cursorAt(indexes.schedule.shownAt(seq) - 0.001)).toBeLessThanOrEqual(seq)
    }
  })

  test('idle real time takes no display time', () => {
    const build = (pause: number) => {
      const builder = new TraceBuilder()
      builder.snapshot()
      builder.connect('A')
      builder.wait(pause).sendHello('A', ['A'])
      return new LogIndexes(builder.log).schedule.rest
    }
    expect(build(3_600_000)).toBe(build(2_000))
  })

  test('what comes from outside waits until everything has reached its client', () => {
    const { indexes, starts } = hello()
    const builder = new TraceBuilder(helloLog().log)
    builder.wait(30_000).sendHello('B', ['A'])
    const later = new LogIndexes(builder.log)
    const [begins = -1] = later.messages.stepsOf(6)
    expect(later.schedule.dueOf(begins)).toBe(indexes.schedule.rest + TRAVEL_MS)
    expect(later.schedule.dueOf(starts[3] ?? -1)).toBe(indexes.schedule.dueOf(starts[3] ?? -1))
  })

  test('heart-beats take no display time and have no token', () => {
    const builder = helloLog()
    const before = new LogIndexes(builder.log).schedule.rest
    builder.wait(10_000).beat('A')
    const { schedule } = new LogIndexes(builder.log)
    expect(schedule.rest).toBe(before)
    expect(schedule.cursorAt(schedule.rest)).toBe(builder.log.next)
  })

  test('under a hundred messages a second the display takes no more time than the traffic', () => {
    const builder = new TraceBuilder()
    builder.snapshot()
    const clients = ['A', 'B', 'C']
    for (let message = 0; message < 1_000; message++) builder.wait(8).sendHello('A', clients)
    const { schedule, log } = new LogIndexes(builder.log)
    const tail = Math.floor(log.next / 2)
    const shown = schedule.shownAt(log.next - 1) - schedule.shownAt(tail)
    const real = (log.at(log.next - 1)?.at ?? 0) - (log.at(tail)?.at ?? 0)
    expect(shown).toBeLessThan(real)
    expect(schedule.busy).toBe(true)
    expect(hopTime(500)).toBeLessThan(1)
  })

  test('a long log is shown to its end when the display is at rest', () => {
    const { log } = longLog(20_000)
    const indexes = new LogIndexes(log)
    expect(indexes.schedule.cursorAt(indexes.schedule.rest)).toBe(log.next)
  })
})

describe('tokens', () => {
  test('travel from the cause to the event, and nothing is under way at rest', () => {
    const { indexes, begin } = hello()
    const { schedule } = indexes
    expect(tokensAt(indexes, begin + TRAVEL_MS / 2)).toEqual([
      {
        seq: hello().starts[0],
        edge: 'client:A>webSocketSession',
        t: 0.5,
        shape: 'send',
        client: 'A',
        recipient: null,
        label: 'SEND',
        weight: 1,
        kept: true,
      },
    ])
    expect(tokensAt(indexes, schedule.rest)).toEqual([])
    expect(tokensAt(indexes, schedule.rest + 10_000)).toEqual([])
  })

  test('the offer fan sends one to each handler, all at once', () => {
    const { indexes, begin } = hello()
    const edges = tokensAt(indexes, begin + 3.5 * TRAVEL_MS).map((token) => token.edge)
    expect(edges).toEqual([
      'clientInboundChannel>simpAnnotationMethodMessageHandler',
      'clientInboundChannel>userDestinationMessageHandler',
      'clientInboundChannel>simpleBrokerMessageHandler',
    ])
  })

  test('copies go on from the session to their clients', () => {
    const { indexes } = hello()
    const last = tokensAt(indexes, indexes.schedule.rest - TRAVEL_MS / 2)
    expect(last.map(({ edge, client, recipient }) => [edge, client, recipient])).toEqual([
      ['webSocketSession>client:A', 'A', 'A'],
      ['webSocketSession>client:B', 'A', 'B'],
    ])
  })

  test('never go backwards', () => {
    const { indexes } = hello()
    const places = new Map<string, number>()
    for (let time = 0; time < indexes.schedule.rest; time += 7) {
      for (const { seq, edge, t } of tokensAt(indexes, time)) {
        expect(t).toBeGreaterThan(places.get(`${seq} ${edge}`) ?? 0)
        places.set(`${seq} ${edge}`, t)
      }
    }
  })

  test('of messages that are not shown yet, or that were just sent', () => {
    const { indexes } = hello()
    for (let time = 0; time < indexes.schedule.rest; time += 7) {
      const cursor = indexes.schedule.cursorAt(time)
      for (const { seq, edge } of tokensAt(indexes, time)) {
        if (!edge.includes('>client:')) expect(seq).toBeGreaterThanOrEqual(cursor)
      }
    }
  })
})
