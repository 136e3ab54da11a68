import { beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_CONFIGURATION } from '../lab/configurations.ts'
import { LabVisitor } from '../lab/lab-visitor.ts'
import { createSimulation, type Simulation } from '../simulation.ts'
import type { FaultChange, FaultName, LabConfiguration, TraceEventOf, TraceFactType } from '../trace/index.ts'

let simulation: Simulation

beforeEach(() => {
  simulation = createSimulation()
})

const begin = (parts: Partial<LabConfiguration>): void => {
  simulation = createSimulation({ config: { ...DEFAULT_CONFIGURATION, ...parts } })
}

const change = (...faults: readonly FaultChange[]): void => {
  expect(simulation.lab.execute({ command: 'set-faults', faults })).toEqual({ ok: true, value: null })
}

const pass = (milliseconds: number): void => simulation.scheduler.advance(milliseconds)

const visitor = (target = '/ws?client=A'): LabVisitor => new LabVisitor(simulation.lab, target)

/** A visitor that is connected and subscribed to /topic/t. */
const listener = (target?: string): LabVisitor => {
  const visiting = visitor(target)
  visiting.connect()
  visiting.subscribe('/topic/t')
  pass(20)
  return visiting
}

const publish = (body: string): void => {
  simulation.lab.execute({ command: 'publish', destination: '/topic/t', body })
  pass(10)
}

const facts = <T extends TraceFactType>(type: T): readonly TraceEventOf<T>[] =>
  simulation.lab.ring
    .range(0, simulation.lab.ring.next)
    .filter((event) => event.type === type) as unknown as readonly TraceEventOf<T>[]

const active = (): FaultName[] =>
  facts('fault.changed').reduce<FaultName[]>(
    (names, { before, after }) => [
      ...names.filter((name) => name !== before?.fault),
      ...(after === null ? [] : [after.fault]),
    ],
    [],
  )

const code = (closes: LabVisitor): number | null => closes.closedWith

describe('a fault is a switch', () => {
  test('that says what it is, for whom, and who turned it', () => {
    change({ fault: 'latency', on: true, client: 'B', toServer: 100, toClient: 20, jitter: 0 })
    expect(facts('fault.changed')).toMatchObject([
      {
        station: 'network',
        client: 'B',
        fault: 'latency',
        before: null,
        after: { fault: 'latency', client: 'B', toServer: 100, toClient: 20, jitter: 0, once: false, until: null },
        by: 'page',
      },
    ])
  })

  test('that goes off by itself when its time is over', () => {
    change({ fault: 'bad-token', on: true, for: 10_000 })
    pass(9_999)
    expect(active()).toEqual(['bad-token'])
    pass(1)
    expect(active()).toEqual([])
    expect(facts('fault.changed').at(-1)).toMatchObject({ after: null, by: 'clock' })
  })

  test('that strikes once where it shall, and is off', () => {
    change({ fault: 'block-upgrade', on: true, once: true })
    expect(visitor().refusal?.status).toBe(400)
    expect(facts('fault.changed').at(-1)).toMatchObject({ fault: 'block-upgrade', after: null, by: 'strike' })
    expect(visitor().refusal).toBeNull()
  })

  test('that strikes nobody else than the client it is for', () => {
    change({ fault: 'block-upgrade', on: true, client: 'B' })
    expect(visitor('/ws?client=A').refusal).toBeNull()
    expect(visitor('/ws?client=B').refusal?.status).toBe(400)
  })

  test('that is found by the letter which the lab gave to a client without a name', () => {
    const nameless = listener('/ws')
    change({ fault: 'malformed-frame', on: true, client: 'A' })
    nameless.publish('/topic/t', 'x')
    expect(code(nameless)).toBe(1002)
  })

  test('that turned off without a client is off for all', () => {
    change({ fault: 'bad-token', on: true, client: 'A' }, { fault: 'bad-token', on: true, client: 'B' })
    change({ fault: 'bad-token', on: false })
    expect(active()).toEqual([])
  })

  test('that stands in the snapshots', () => {
    change({ fault: 'wrong-origin', on: true })
    for (let index = 0; index < 10_000; index++) simulation.lab.execute({ command: 'mark', label: 'x' })
    expect(facts('lab.snapshot').at(-1)?.snapshot.faults).toMatchObject([{ fault: 'wrong-origin', client: null }])
  })
})

test('Block Upgrade: the server sees a request without Upgrade and says 400 (spring.md 5.2, step 4)', () => {
  change({ fault: 'block-upgrade', on: true })
  expect(visitor().refusal?.status).toBe(400)
  const [requested] = facts('http.requested')
  expect(requested?.headers.map(([name]) => name.toLowerCase())).not.toContain('upgrade')
  expect(facts('handshake.decided')[0]).toMatchObject({ accepted: false, status: 400, reason: 'upgrade' })
  expect(facts('fault.struck')).toMatchObject([{ fault: 'block-upgrade', what: 'GET /ws', client: 'A' }])
})

test('Wrong origin: 403 before any STOMP, even where the endpoint takes every origin (spring.md 5.4.1)', () => {
  change({ fault: 'wrong-origin', on: true })
  expect(visitor().refusal?.status).toBe(403)
  expect(facts('handshake.decided')[0]).toMatchObject({ reason: 'origin', status: 403 })
  change({ fault: 'wrong-origin', on: false })
  expect(visitor().refusal).toBeNull()
})

describe('Bad token', () => {
  test('spoils the Authorization of a CONNECT, which is then refused with ERROR (S09)', () => {
    change({ fault: 'bad-token', on: true })
    const ada = visitor()
    ada.connect('0,0', 'ada')
    pass(10)
    expect(ada.got[0]).toContain('ERROR\nmessage:token expired')
    expect(facts('stomp.frame-decoded')[0]?.frame.headers.filter(([name]) => name === 'Authorization')).toHaveLength(1)
  })

  test('comes through SockJS too', () => {
    change({ fault: 'bad-token', on: true })
    const ada = visitor('/ws/000/abcdefgh/websocket?client=A')
    ada.send(JSON.stringify(['CONNECT\naccept-version:1.2\n\n\0']))
    pass(10)
    expect(ada.got.some((text) => text.startsWith('a["ERROR'))).toBe(true)
  })
})

describe('Malformed frame (S36)', () => {
  test.each([
    ['header-without-colon', 1002],
    ['unknown-command', 1002],
    ['too-large', 1009],
  ] as const)('%s closes the connection with %i', (flaw, expected) => {
    const ada = listener()
    change({ fault: 'malformed-frame', on: true, flaw })
    ada.publish('/topic/t', 'x')
    pass(10)
    expect(code(ada)).toBe(expected)
    expect(facts('fault.struck')).toMatchObject([{ fault: 'malformed-frame', what: 'SEND' }])
  })

  test('no-nul leaves the server waiting for more octets', () => {
    const ada = listener()
    change({ fault: 'malformed-frame', on: true, flaw: 'no-nul' })
    ada.publish('/topic/t', 'x')
    pass(1000)
    expect(code(ada)).toBeNull()
    expect(facts('stomp.decode-incomplete')).toHaveLength(1)
  })
})

describe('heart-beats that are dropped (spring.md 2.10)', () => {
  const heartbeat = { simpleBroker: { ...DEFAULT_CONFIGURATION.simpleBroker, heartbeat: [1000, 1000] as const } }
  const beating = (): LabVisitor => {
    begin(heartbeat)
    const ada = visitor()
    ada.connect('1000,1000')
    pass(10)
    return ada
  }
  const beat = (ada: LabVisitor, seconds: number): void => {
    for (let second = 0; second < seconds; second++) {
      ada.send('\n')
      pass(1000)
    }
  }

  test('to the client: the server sends them, nothing arrives, and the server does not notice', () => {
    const ada = beating()
    change({ fault: 'drop-heart-beats-to-client', on: true })
    const before = ada.got.length
    beat(ada, 10)
    expect(ada.got).toHaveLength(before)
    expect(facts('fault.struck').length).toBeGreaterThan(5)
    expect(code(ada)).toBeNull()
    change({ fault: 'drop-heart-beats-to-client', on: false })
    beat(ada, 3)
    expect(ada.got.length).toBeGreaterThan(before)
  })

  test('to the server: after three intervals it declares the client dead', () => {
    const ada = beating()
    change({ fault: 'drop-heart-beats-to-server', on: true })
    beat(ada, 6)
    expect(facts('heartbeat.missed')).toHaveLength(1)
    expect(ada.got.some((text) => text.includes('Session closed.'))).toBe(true)
    expect(code(ada)).toBe(1002)
  })

  test('of SockJS and of WebSocket are heart-beats too', () => {
    change({ fault: 'drop-heart-beats-to-client', on: true })
    const quiet = visitor('/ws/000/abcdefgh/websocket?client=A')
    pass(60_000)
    expect(quiet.got).toEqual(['o'])
    expect(facts('heartbeat.sent').length).toBeGreaterThan(0)
  })
})

describe('Latency', () => {
  test('delays each direction by its own, and nothing overtakes', () => {
    const ada = listener()
    change({ fault: 'latency', on: true, toServer: 300, toClient: 100, jitter: 50 })
    for (let index = 0; index < 20; index++) ada.publish('/topic/t', String(index))
    pass(390)
    expect(ada.bodies).toEqual([])
    pass(1000)
    expect(ada.bodies).toEqual(Array.from({ length: 20 }, (_, index) => String(index)))
  })

  test('holds the handshake up as well, and a close', () => {
    change({ fault: 'latency', on: true, toServer: 300, toClient: 100, jitter: 0 })
    const ada = visitor()
    pass(399)
    expect(facts('websocket.opened')).toEqual([])
    pass(1)
    expect(facts('websocket.opened')).toHaveLength(1)
    ada.close()
    pass(299)
    expect(facts('websocket.closed')).toEqual([])
    pass(1)
    expect(facts('websocket.closed')).toHaveLength(1)
  })

  test('ends at once with everything that was under way', () => {
    const ada = listener()
    change({ fault: 'latency', on: true, toServer: 5_000, toClient: 5_000 })
    ada.publish('/topic/t', 'late')
    pass(100)
    change({ fault: 'latency', on: false })
    pass(10)
    expect(ada.bodies).toEqual(['late'])
  })
})

describe('Slow reader (spring.md 7.2, S39)', () => {
  test('lets the buffer grow until a send has taken too long: 4500', () => {
    const ada = listener()
    change({ fault: 'slow-reader', on: true, octetsPerSecond: 1 })
    publish('first')
    expect(facts('outbound.written').at(-1)?.bufferSize).toBeGreaterThan(50)
    pass(10_001)
    publish('second')
    expect(facts('websocket.closed')).toMatchObject([{ code: 4500, client: 'A' }])
    expect(simulation.lab.sessionCount).toBe(0)
    expect(ada.bodies).toEqual([])
  })

  test('reads in time what is little, and all at once when it is slow no more', () => {
    const ada = listener()
    change({ fault: 'slow-reader', on: true, octetsPerSecond: 100 })
    for (const body of ['1', '2', '3']) publish(body)
    pass(2_500)
    expect(ada.bodies).toEqual(['1'])
    change({ fault: 'slow-reader', on: false })
    expect(ada.bodies).toEqual(['1', '2', '3'])
  })

  test('is torn off by Tomcat where it does not take the Close frame either', () => {
    const ada = listener()
    change({ fault: 'slow-reader', on: true, octetsPerSecond: 1 })
    publish('x'.repeat(100))
    simulation.lab.execute({ command: 'restart' })
    pass(19_000)
    expect(ada.connection.terminated).toBe(false)
    pass(1_001)
    expect(ada.connection.terminated).toBe(true)
  })
})

describe('Buffer streaming (sockjs.md §14)', () => {
  const PRELUDE = 2049

  /** Octets of a streaming answer that have come so far. */
  const streaming = () => {
    const got = { length: 0, isOver: false }
    simulation.transport.open(
      {
        method: 'POST',
        path: '/ws/000/abcdefgh/xhr_streaming',
        query: 'client=A',
        headers: [],
        body: new Uint8Array(),
      },
      {
        onHead: () => undefined,
        onChunk: (octets) => {
          got.length += octets.length
        },
        onEnd: () => {
          got.isOver = true
        },
        onBreak: () => undefined,
      },
    )
    pass(10)
    return got
  }

  test('holds everything back until the answer ends', () => {
    change({ fault: 'buffer-streaming', on: true })
    const got = streaming()
    expect(got.length).toBe(0)
    expect(facts('sockjs.frame-sent').length).toBeGreaterThan(0)
    expect(facts('fault.struck')).toMatchObject([{ fault: 'buffer-streaming', client: 'A' }])
    simulation.lab.execute({ command: 'restart' })
    pass(10)
    expect(got.length).toBeGreaterThan(PRELUDE)
    expect(got.isOver).toBe(true)
  })

  test('with 1 kB lets the prelude through and keeps the open frame', () => {
    change({ fault: 'buffer-streaming', on: true, octets: 1024 })
    expect(streaming().length).toBe(PRELUDE)
  })

  test('lets everything go when it is off, and what comes after it', () => {
    change({ fault: 'buffer-streaming', on: true })
    const got = streaming()
    change({ fault: 'buffer-streaming', on: false })
    pass(10)
    expect(got.length).toBe(PRELUDE + 2)
    pass(26_000)
    expect(got.length).toBe(PRELUDE + 4)
  })
})

describe('Server restart', () => {
  test('closes sessions as a shutdown does, answers 502 while it is down, and forgets subscriptions', () => {
    const ada = listener()
    change({ fault: 'server-restart', on: true })
    expect(code(ada)).toBe(1001)
    expect(visitor().refusal?.status).toBe(502)
    expect(facts('http.requested')).toHaveLength(1)
    change({ fault: 'server-restart', on: false })
    expect(facts('lab.restarted')).toHaveLength(1)
    const again = visitor()
    again.connect()
    pass(10)
    publish('x')
    expect(again.bodies).toEqual([])
    expect(again.got[0]).toContain('CONNECTED')
  })

  test('is back by itself after its time', () => {
    change({ fault: 'server-restart', on: true, for: 3_000 })
    pass(3_000)
    expect(visitor().refusal).toBeNull()
  })
})

describe('a connection that is killed', () => {
  const sessionOfA = (): string => facts('websocket.opened')[0]?.session ?? ''

  test('by a reset is torn', () => {
    const ada = listener()
    simulation.lab.execute({ command: 'kill', session: sessionOfA() })
    expect(ada.connection.terminated).toBe(true)
  })

  test('by a close code is closed with it', () => {
    const ada = listener()
    simulation.lab.execute({ command: 'kill', session: sessionOfA(), how: 'close', code: 4001 })
    expect(code(ada)).toBe(4001)
  })

  test('half-open carries nothing, and neither end is told', () => {
    const ada = listener()
    simulation.lab.execute({ command: 'kill', session: sessionOfA(), how: 'half-open' })
    publish('x')
    ada.publish('/topic/t', 'y')
    ada.reset()
    pass(60_000)
    expect(ada.bodies).toEqual([])
    expect(simulation.lab.sessionCount).toBe(1)
    simulation.lab.execute({ command: 'kill', session: sessionOfA() })
    expect(facts('websocket.closed')).toMatchObject([{ code: 1006 }])
    expect(simulation.lab.sessionCount).toBe(0)
  })
})

test('without faults the network changes nothing and takes no time', () => {
  const ada = listener()
  publish('x')
  expect(ada.bodies).toEqual(['x'])
  expect(facts('fault.struck')).toEqual([])
})
