import { describe, expect, test } from 'vitest'
import type { FeedHello, TraceEvent } from '#trace'
import { EXAMPLE_CONFIGURATION } from '../projection/example-configuration.ts'
import { helloLog } from '../projection/hello-log.ts'
import { TraceStore } from './trace-store.ts'
import { VirtualAnimationClock } from './virtual-animation-clock.ts'

const { log } = helloLog()
const events = (from: number, to: number = log.next): readonly TraceEvent[] => log.range(from, to)

function hello(epoch: string, next: number, first = 0): FeedHello {
  const suggestions = { send: [], subscribe: [] }
  return { version: 1, epoch, lab: 'main', config: EXAMPLE_CONFIGURATION, first, next, now: 0, suggestions }
}

function opened(epoch: string, next: number) {
  const clock = new VirtualAnimationClock()
  const trace = new TraceStore(clock)
  trace.open(hello(epoch, next))
  return { clock, trace }
}

describe('the trace store', () => {
  test('appends what follows and skips what it has', () => {
    const { trace } = opened('one', 20)
    trace.append(events(0, 20))
    trace.append(events(10, 30))
    expect([trace.log.first, trace.log.next]).toEqual([0, 30])
    expect(trace.range(28, 40).map(({ seq }) => seq)).toEqual([28, 29])
    expect(trace.history).toBe(20)
  })

  test('tells of any number of batches once an animation frame, and of nothing at rest', () => {
    const { clock, trace } = opened('one', 0)
    clock.advance(20)
    let told = 0
    trace.subscribe(() => {
      told += 1
    })
    for (let seq = 0; seq < 50; seq++) trace.append(events(seq, seq + 1))
    expect(told).toBe(0)
    clock.advance(20)
    expect(told).toBe(1)
    expect(clock.busy).toBe(false)
  })

  test('continues its log after a lost connection to the same life of the lab', () => {
    const { clock, trace } = opened('one', 20)
    trace.append(events(0, 20))
    const { log: before } = trace
    trace.lose()
    expect(trace.status.connection).toBe('lost')
    clock.advance(3_000)
    trace.open(hello('one', 40))
    trace.append(events(20, 40))
    expect(trace.log).toBe(before)
    expect(trace.status).toMatchObject({ connection: 'live', since: clock.now(), generation: 0 })
    expect(trace.log.next).toBe(40)
  })

  test('begins a new log with another life of the lab, and says so', () => {
    const { trace } = opened('one', 20)
    trace.append(events(0, 20))
    trace.open(hello('two', 5))
    expect([trace.log.first, trace.log.next]).toEqual([0, 0])
    expect(trace.status.generation).toBe(1)
    expect(trace.epoch).toBe('two')
  })

  test('begins where the lab still has events, for who joins late', () => {
    const clock = new VirtualAnimationClock()
    const trace = new TraceStore(clock)
    trace.open(hello('one', 40, 30))
    trace.append(events(30, 40))
    expect([trace.log.first, trace.log.next]).toEqual([30, 40])
    expect(trace.status.generation).toBe(0)
  })

  test('begins a new log after a gap rather than close it up', () => {
    const { trace } = opened('one', 20)
    trace.append(events(0, 20))
    trace.append(events(30, 40))
    expect([trace.log.first, trace.log.next]).toEqual([30, 40])
    expect(trace.status.generation).toBe(1)
  })

  test('a recording is a log of its own, which a feed that is tried in vain cannot lose', () => {
    const { trace } = opened('one', 20)
    trace.append(events(0, 20))
    trace.openRecording(30)
    trace.append(events(30, 40))
    trace.lose()
    expect([trace.log.first, trace.log.next]).toEqual([30, 40])
    expect(trace.status).toMatchObject({ connection: 'recorded', hello: null, generation: 1 })
  })

  test('a status is the same object until something of it changes', () => {
    const { trace } = opened('one', 20)
    const { status } = trace
    trace.append(events(0, 20))
    expect(trace.status).toBe(status)
    trace.lose()
    expect(trace.status).not.toBe(status)
  })
})
