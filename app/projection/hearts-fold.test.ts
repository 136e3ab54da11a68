import { Client } from '@stomp/stompjs'
import { describe, expect, test } from 'vitest'
import type { FaultName, HeartbeatPair, TraceEventOf } from '#trace'
import { playInMemory } from '../../content/player/play-in-memory.ts'
import type { ScenarioStep, ScenarioTransport } from '../../content/scenarios/scenario.ts'
import { newestBeat, TOLERATED_INTERVALS } from './beat-heart.ts'
import type { HeartState } from './heart-state.ts'
import { heartView, isHeartRunning } from './heart-view.ts'
import { createHeartsFold } from './hearts-fold.ts'
import { TraceBuilder } from './trace-builder.ts'

const SESSION = 'session-A'

/** Ada's connection, fact by fact. */
class Story {
  readonly builder = new TraceBuilder()

  wait(milliseconds: number): this {
    this.builder.wait(milliseconds)
    return this
  }

  connect(offered: HeartbeatPair, answered: HeartbeatPair, transport = 'websocket'): this {
    const { builder } = this
    builder.add({ type: 'websocket.opened', station: 'webSocketSession', transport, extensions: '' }, { client: 'A' })
    builder.add(stomp('stomp.frame-decoded', 'CONNECT', offered))
    this.#brokerReads()
    builder.add(stomp('stomp.frame-encoded', 'CONNECTED', answered))
    return this
  }

  beatToServer(): this {
    this.builder.add(stomp('stomp.frame-decoded', 'HEARTBEAT'))
    this.#brokerReads()
    return this
  }

  toClient(command = 'HEARTBEAT'): this {
    this.builder.add(stomp('stomp.frame-encoded', command))
    return this.webSocket('websocket.frame-sent', 'text')
  }

  sockJs(text: string): this {
    this.builder.add({ type: 'sockjs.frame-sent', station: 'sockJsService', frame: { text } })
    return this.webSocket('websocket.frame-sent', 'text')
  }

  webSocket(type: 'websocket.frame-sent' | 'websocket.frame-received', opcode: 'text' | 'ping' | 'pong'): this {
    this.builder.add({ type, station: 'webSocketSession', opcode, length: 1 })
    return this
  }

  strike(fault: 'drop-heart-beats-to-client' | 'drop-heart-beats-to-server', what = 'heart-beat'): this {
    this.builder.add({ type: 'fault.struck', station: 'network', fault, what })
    return this
  }

  missed(): this {
    const about = { station: 'simpleBrokerMessageHandler', layer: 'stomp', direction: 'to-server' } as const
    this.builder.add({ type: 'heartbeat.missed', ...about, deadline: null })
    return this
  }

  lost(): this {
    this.builder.add({ type: 'client.reported', station: 'client', report: 'heart-beat-lost' })
    return this
  }

  closed(code: number, by: 'client' | 'server'): this {
    this.builder.add({ type: 'websocket.closed', station: 'webSocketSession', code, reason: '', clean: true, by })
    return this
  }

  get now(): number {
    return this.builder.log.at(this.builder.newest)?.at ?? 0
  }

  heart(cursor: number = this.builder.log.next): HeartState {
    const heart = createHeartsFold(this.builder.log)(cursor)[0]
    return heart ?? expect.fail('there is no heart')
  }

  /** The heart so many milliseconds after the newest fact. */
  viewIn(milliseconds: number) {
    return heartView(this.heart(), this.now + milliseconds)
  }

  #brokerReads(): void {
    this.builder.add({
      type: 'handler.entered',
      station: 'simpleBrokerMessageHandler',
      channel: 'clientInboundChannel',
    })
  }
}

const stomp = (
  type: 'stomp.frame-decoded' | 'stomp.frame-encoded',
  command: string,
  heartbeat?: HeartbeatPair,
): TraceEventOf<typeof type> extends infer _ ? Parameters<TraceBuilder['add']>[0] : never => ({
  type,
  station: 'stompSubProtocolHandler',
  frame: {
    command,
    headers: heartbeat ? [['heart-beat', heartbeat.join(',')]] : [],
    body: { text: '' },
    bodyLength: 0,
    length: 1,
    spans: [],
  },
})

describe('what was agreed (STOMP 1.2 §Heart-beating)', () => {
  test('is off where the broker has no TaskScheduler and says 0,0', () => {
    const story = new Story().connect([10_000, 10_000], [0, 0])
    expect(story.viewIn(60_000)).toEqual({ condition: 'off', server: null, client: null, death: null })
    expect(isHeartRunning(story.heart())).toBe(false)
  })

  test('is the larger of what one can send and the other wants, each way by itself', () => {
    const view = new Story().connect([4000, 500], [1000, 2000]).viewIn(0)
    expect(view?.server).toMatchObject({ interval: 4000, tolerance: 12_000 })
    expect(view?.client).toMatchObject({ interval: 1000, tolerance: 2000 })
  })

  test('may be one way only', () => {
    const story = new Story().connect([0, 1000], [1000, 1000])
    expect(story.viewIn(0)).toMatchObject({ condition: 'beating', server: null, client: { interval: 1000 } })
    expect(isHeartRunning(story.heart())).toBe(true)
  })

  test('is nothing to see before CONNECTED', () => {
    const story = new Story()
    story.builder.add(
      { type: 'websocket.opened', station: 'webSocketSession', transport: 'websocket', extensions: '' },
      { client: 'A' },
    )
    expect(story.viewIn(0)).toBeNull()
  })
})

describe('the two arcs', () => {
  const story = () => new Story().wait(500).connect([1000, 1000], [1000, 1000])

  test('run out by time alone: late after one interval, overdue when the other one counts as dead', () => {
    const conditions = (milliseconds: number) => {
      const view = story().viewIn(milliseconds)
      return [view?.condition, view?.server?.condition, view?.client?.condition]
    }
    expect(conditions(900)).toEqual(['beating', 'beating', 'beating'])
    expect(conditions(1100)).toEqual(['late', 'late', 'late'])
    expect(conditions(2100)).toEqual(['late', 'late', 'overdue'])
    expect(conditions(3100)).toEqual(['late', 'overdue', 'overdue'])
    expect(story().viewIn(1500)?.server?.left).toBeCloseTo(0.5, 2)
    expect(story().viewIn(1500)?.client?.left).toBeCloseTo(0.25, 2)
  })

  test('are refilled by a beat, each by its own', () => {
    const beaten = story().wait(900).beatToServer()
    expect(beaten.viewIn(0)?.server?.left).toBe(1)
    expect(beaten.viewIn(0)?.client?.silence).toBeCloseTo(900, -1)
    expect(beaten.wait(50).toClient().viewIn(0)?.client?.left).toBe(1)
  })

  test('are refilled by any message, since that is a sign of life too', () => {
    expect(story().wait(900).toClient('MESSAGE').viewIn(0)?.client?.silence).toBe(0)
  })

  test('are as they were when the cursor goes back', () => {
    const beaten = story().wait(900)
    const before = beaten.builder.log.next
    const then = beaten.heart(before)
    beaten.beatToServer().wait(5000).missed().closed(1002, 'server')
    expect(beaten.heart(before)).toEqual(then)
    expect(heartView(beaten.heart(before), beaten.now)?.condition).toBe('late')
  })

  test('know nothing of a beat that a fault swallowed on its way to the client', () => {
    const dropped = story().wait(900).toClient().strike('drop-heart-beats-to-client')
    expect(dropped.viewIn(0)?.client?.silence).toBeCloseTo(900, -1)
    expect(dropped.heart().tallies).toMatchObject([{ kind: 'stomp', direction: 'to-client', sent: 1, lost: 1 }])
  })

  test('run out both when the connection is half-open', () => {
    const cut = story()
    cut.builder.add({ type: 'kill.commanded', station: 'network', session: SESSION, how: 'half-open' })
    expect(cut.wait(900).toClient().viewIn(200)?.client?.condition).toBe('late')
  })
})

describe('death', () => {
  const story = () => new Story().connect([1000, 1000], [1000, 1000])

  test('by the server, which closes the connection: the heart stays broken until the next one opens', () => {
    const dead = story().wait(4000).missed().closed(1002, 'server')
    expect(dead.viewIn(60_000)).toMatchObject({ condition: 'dead', death: { by: 'server' }, server: { left: 0 } })
    expect(dead.heart().death?.silence).toBeCloseTo(4000, 0)
    expect(isHeartRunning(dead.heart())).toBe(false)
    expect(dead.connect([1000, 1000], [1000, 1000]).viewIn(0)?.condition).toBe('beating')
  })

  test('by the client, whose report may come after its socket is closed', () => {
    const dead = story().wait(3000).closed(1000, 'client').lost()
    expect(dead.viewIn(0)).toMatchObject({ condition: 'dead', death: { by: 'client' }, client: { left: 0 } })
  })

  test('is told once, by who was first', () => {
    expect(story().wait(3000).lost().lost().wait(1000).missed().heart().death?.by).toBe('client')
  })

  test('is none where a connection ends well', () => {
    expect(story().closed(1000, 'client').viewIn(0)).toBeNull()
  })
})

describe('the three kinds are told apart, with their directions', () => {
  test('SockJS’s h is no sign of life to STOMP', () => {
    const story = new Story().connect([0, 1000], [1000, 0], 'sockjs-websocket').wait(1500).sockJs('h')
    expect(story.viewIn(0)?.client?.condition).toBe('late')
    expect(story.heart().tallies).toMatchObject([{ kind: 'sockjs', direction: 'to-client', sent: 1 }])
    expect(story.sockJs('a["\\n"]').viewIn(0)?.client?.silence).toBeLessThan(1)
  })

  test('a lost h takes no sign of life away', () => {
    const story = new Story().connect([0, 1000], [1000, 0], 'sockjs-websocket').wait(500)
    story.toClient().sockJs('a["\\n"]').wait(300).sockJs('h').strike('drop-heart-beats-to-client')
    expect(story.viewIn(0)?.client?.silence).toBeCloseTo(300, -1)
  })

  test('PING and PONG', () => {
    const story = new Story().connect([0, 0], [0, 0])
    story.webSocket('websocket.frame-received', 'ping').webSocket('websocket.frame-sent', 'pong')
    expect(story.heart().tallies).toMatchObject([
      { kind: 'ping', direction: 'to-server', sent: 1, lost: 0 },
      { kind: 'pong', direction: 'to-client', sent: 1, lost: 0 },
    ])
    expect(newestBeat(story.heart())?.kind).toBe('pong')
  })

  test('those that a fault swallows on their way to the server are counted as sent and lost', () => {
    const story = new Story().connect([1000, 0], [0, 1000]).strike('drop-heart-beats-to-server')
    expect(story.strike('drop-heart-beats-to-server', 'ping').heart().tallies).toMatchObject([
      { kind: 'stomp', direction: 'to-server', sent: 1, lost: 1 },
      { kind: 'ping', direction: 'to-server', sent: 1, lost: 1 },
    ])
  })
})

describe('a snapshot', () => {
  const session = { id: SESSION, client: 'A', transport: 'websocket', user: null, connected: true } as const

  test('alone says what was agreed', () => {
    const builder = new TraceBuilder()
    builder.snapshot({ sessions: [{ ...session, heartbeat: [1000, 1000], clientHeartbeat: [10_000, 0] }] })
    const [heart] = createHeartsFold(builder.log)(builder.log.next)
    expect(heart).toMatchObject({ server: { interval: 10_000, tolerance: 30_000 }, listener: { interval: 0 } })
  })

  test('on the way takes nothing away', () => {
    const story = new Story().connect([1000, 1000], [1000, 1000]).wait(900).toClient()
    const before = story.heart()
    story.builder.snapshot({ sessions: [session] })
    expect(story.heart()).toEqual(before)
  })
})

describe('of a real server and clients', () => {
  const play = async (transport: ScenarioTransport, fault: FaultName & `drop-${string}`) => {
    const steps: readonly ScenarioStep[] = [
      { do: 'connect', client: 'A', transport, heartBeat: [1000, 1000] },
      { do: 'wait', for: 2500 },
      { do: 'send', client: 'A', destination: '/app/hello', body: '{"name":"Ada"}' },
      { do: 'fault', fault, on: true, client: 'A' },
      { do: 'wait', for: 6000 },
      { do: 'fault', fault, on: false },
    ]
    const world = await playInMemory({ name: 'hearts', configuration: 'heartbeat', proves: [], steps })
    const builder = new TraceBuilder()
    for (const event of world.recording().events) builder.log.append(event, 256)
    const fold = createHeartsFold(builder.log)
    return { log: builder.log, heartAt: (cursor: number) => fold(cursor)[0] ?? expect.fail('no heart') }
  }
  const transports = ['raw WebSocket', 'websocket', 'xhr-streaming', 'xhr-polling'] as const

  test.each(transports)('the outer arc ends when the server says it will, over %s', async (transport) => {
    const { log, heartAt } = await play(transport, 'drop-heart-beats-to-server')
    const conditions: string[] = []
    for (let seq = log.first; seq < log.next; seq++) {
      const event = log.at(seq)
      if (event?.type !== 'heartbeat.late' && event?.type !== 'heartbeat.missed') continue
      const { server } = heartAt(seq + 1)
      expect(server.heardAt + server.tolerance).toBe(event.deadline)
      conditions.push(heartView(heartAt(seq + 1), event.at)?.condition ?? 'none')
    }
    expect(conditions).toEqual(['late', 'dead'])
    expect(heartAt(log.next).death).toMatchObject({ by: 'server' })
  })

  test.each(transports)('the client gives the server up when the inner arc has run out, over %s', async (transport) => {
    const { log, heartAt } = await play(transport, 'drop-heart-beats-to-client')
    const { death, listener } = heartAt(log.next)
    expect(death).toMatchObject({ by: 'client' })
    expect(death?.silence).toBeGreaterThan(listener.tolerance)
    expect(death?.silence).toBeLessThanOrEqual(listener.tolerance + listener.interval)
  })

  test('stompjs bears as many intervals as the arc says', () => {
    expect(new Client().heartbeatToleranceMultiplier).toBe(TOLERATED_INTERVALS.client)
  })
})
