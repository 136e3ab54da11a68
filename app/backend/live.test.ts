import { describe, expect, it } from 'vitest'
import type { EventLog, FeedHello, FeedMessage, TraceEvent } from '#trace'
import { EXAMPLE_CONFIGURATION } from '../projection/example-configuration.ts'
import type { TraceSink } from './lab-backend.ts'
import { type FeedSocketHandlers, LiveBackend } from './live.ts'
import { ManualClock } from './manual-clock.ts'

function hello(change: Partial<FeedHello> = {}): FeedMessage {
  const usual: FeedHello = {
    version: 1,
    epoch: 'one',
    lab: 'main',
    config: EXAMPLE_CONFIGURATION,
    first: 0,
    next: 0,
    now: 500,
    suggestions: { send: [], subscribe: [] },
  }
  return { hello: { ...usual, ...change } }
}

function events(...seqs: readonly number[]): FeedMessage {
  return {
    events: seqs.map((seq) => ({
      seq,
      at: seq,
      cause: null,
      client: null,
      session: null,
      thread: null,
      type: 'mark.added',
      station: 'application',
      label: '',
      by: '',
    })),
  }
}

/** A log that begins anew for another epoch, or when something is missing between. */
class PlainSink implements TraceSink {
  epoch: string | null = null
  lost = 0
  events: TraceEvent[] = []
  first = 0

  get log(): EventLog {
    return { first: this.first, next: this.first + this.events.length, at: (seq) => this.events[seq - this.first] }
  }

  open({ epoch, first }: FeedHello): void {
    if (epoch !== this.epoch || first > this.log.next) {
      this.first = first
      this.events = []
    }
    this.epoch = epoch
  }

  append(fresh: readonly TraceEvent[]): void {
    this.events.push(...fresh)
  }

  lose(): void {
    this.lost += 1
  }
}

function start() {
  const trace = new PlainSink()
  const clock = new ManualClock()
  const feeds: { readonly handlers: FeedSocketHandlers; readonly sent: unknown[] }[] = []
  const backend = new LiveBackend({
    trace,
    clock,
    openSocket: (handlers) => {
      const sent: unknown[] = []
      feeds.push({ handlers, sent })
      return { send: (text) => sent.push(JSON.parse(text)), close: () => handlers.closed() }
    },
  })
  const feed = () => {
    const newest = feeds.at(-1)
    if (newest === undefined) throw new Error('no feed was opened')
    return newest
  }
  const say = (message: FeedMessage) => feed().handlers.received(JSON.stringify(message))
  backend.start()
  feed().handlers.opened()
  return { backend, trace, clock, feeds, feed, say }
}

describe('the feed of a running server', () => {
  it('asks for everything at first', () => {
    expect(start().feed().sent).toEqual([{ resume: 0, create: true }])
  })

  it('puts what comes into the log, each event once', () => {
    const { trace, say } = start()
    say(hello())
    say(events(0, 1))
    say(events(1, 2))
    expect(trace.events.map(({ seq }) => seq)).toEqual([0, 1, 2])
  })

  it('comes back after a loss and asks for what it lacks', () => {
    const { trace, clock, feeds, feed, say } = start()
    say(hello())
    say(events(0, 1))
    feed().handlers.closed()
    expect(trace.lost).toBe(1)
    clock.advance(250)
    expect(feeds).toHaveLength(2)
    feed().handlers.opened()
    expect(feed().sent).toEqual([{ resume: 2, epoch: 'one', create: true }])
  })

  it('tries less and less often while nobody answers', () => {
    const { clock, feeds, feed } = start()
    for (const delay of [250, 500, 1000, 2000, 4000, 4000]) {
      const before = feeds.length
      feed().handlers.closed()
      clock.advance(delay - 1)
      expect(feeds).toHaveLength(before)
      clock.advance(1)
      expect(feeds).toHaveLength(before + 1)
    }
  })

  it('says that the log began anew in another life of the lab', () => {
    const { backend, trace, say } = start()
    say(hello())
    say(events(0))
    say(hello({ epoch: 'two' }))
    expect(backend.state.notice).toBe('restarted')
    expect(trace.events).toEqual([])
  })

  it('says that something is missing when the ring passed what it wanted', () => {
    const { backend, clock, feed, say } = start()
    say(hello())
    say(events(0))
    say({ evicted: 40 })
    clock.advance(250)
    feed().handlers.opened()
    say(hello({ first: 40, next: 50 }))
    expect(backend.state.notice).toBe('evicted')
  })

  it('asks again rather than keep a log with a hole', () => {
    const { trace, clock, feeds, say } = start()
    say(hello())
    say(events(0))
    say(events(5))
    clock.advance(250)
    expect(feeds).toHaveLength(2)
    expect(trace.events.map(({ seq }) => seq)).toEqual([0])
  })

  it('tells how far it is behind until it has caught up', () => {
    const { backend, say } = start()
    say(hello())
    say({ behind: 2 })
    expect(backend.state.behind).toBe(2)
    say(events(0, 1))
    expect(backend.state.behind).toBe(0)
  })

  it('gives each command its own reply, in whatever order they come', async () => {
    const { backend, feed, say } = start()
    say(hello())
    const mark = backend.send({ command: 'mark', label: 'here' })
    const kill = backend.send({ command: 'kill', session: 'x' })
    expect(feed().sent.slice(1)).toEqual([
      { command: 'mark', label: 'here', id: 1 },
      { command: 'kill', session: 'x', id: 2 },
    ])
    say({ reply: 2, error: { code: 'unknown-session', message: 'no such session' } })
    say({ reply: 1, ok: null })
    expect(await mark).toEqual({ ok: true, value: null })
    expect(await kill).toEqual({ ok: false, code: 'unknown-session', message: 'no such session' })
  })

  it('answers a command by itself while the lab is out of sight', async () => {
    const { backend, feed, say } = start()
    say(hello())
    const waiting = backend.send({ command: 'restart' })
    feed().handlers.closed()
    expect(await waiting).toMatchObject({ ok: false, code: 'out-of-sight' })
    expect(await backend.send({ command: 'restart' })).toMatchObject({ ok: false, code: 'out-of-sight' })
  })

  it.each(['', 'no JSON', '{"unknown":1}', '{"events":[{"seq":"0"}]}', '{"hello":{"version":2}}'])(
    'notices %j as unreadable and goes on',
    (text) => {
      const { backend, trace, feed, say } = start()
      say(hello())
      feed().handlers.received(text)
      expect(backend.state.notice).toBe('unreadable')
      say(events(0))
      expect(trace.events).toHaveLength(1)
    },
  )

  it("carries the lab's clock on", () => {
    const { backend, clock, say } = start()
    say(hello({ now: 500 }))
    clock.advance(20)
    expect(backend.labTime()).toBe(520)
  })
})
