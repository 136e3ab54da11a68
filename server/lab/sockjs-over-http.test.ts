import { beforeEach, describe, expect, test } from 'vitest'
import type { MemoryHttpRequest } from '../memory/memory-http-wire.ts'
import { createSimulation, type Simulation } from '../simulation.ts'
import type { TraceEvent, TraceEventOf, TraceFactType } from '../trace/index.ts'
import { CONFIGURATIONS, DEFAULT_CONFIGURATION } from './configurations.ts'
import { LabVisitor } from './lab-visitor.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

let simulation: Simulation

beforeEach(() => {
  simulation = createSimulation()
})

const pass = (milliseconds: number): void => simulation.scheduler.advance(milliseconds)

const events = (): readonly TraceEvent[] => simulation.lab.ring.range(0, simulation.lab.ring.next)

const facts = <T extends TraceFactType>(type: T): readonly TraceEventOf<T>[] =>
  events().filter((event) => event.type === type) as unknown as readonly TraceEventOf<T>[]

interface Asked {
  readonly chunks: readonly string[]
  readonly status: number | null
  readonly isOver: boolean
  readonly request: MemoryHttpRequest
}

/** A request whose answer grows as time passes. */
const ask = (method: string, target: string, body = '', remoteAddress = '192.0.2.1'): Asked => {
  const [path = '', query = ''] = target.split('?')
  const chunks: string[] = []
  const asked = { chunks, status: null as number | null, isOver: false }
  const over = (): void => {
    asked.isOver = true
  }
  const request = simulation.transport.open(
    { method, path, query, headers: [], body: encoder.encode(body), remoteAddress },
    {
      onHead: ({ status }) => {
        asked.status = status
      },
      onChunk: (octets) => chunks.push(decoder.decode(octets)),
      onEnd: over,
      onBreak: over,
    },
  )
  pass(5)
  return Object.assign(asked, { request })
}

const send = (session: string, ...texts: readonly string[]): Asked =>
  ask('POST', `${session}/xhr_send?client=A`, JSON.stringify(texts.map((text) => text.replaceAll('^@', '\0'))))

const CONNECT = 'CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n^@'
const SUBSCRIBE = 'SUBSCRIBE\nid:0\ndestination:/topic/a\n\n^@'
const SESSION = '/ws/000/s1'

const publish = (body: string): void => {
  simulation.lab.execute({ command: 'publish', destination: '/topic/a', body })
  pass(10)
}

describe('who is at another address (spring.md 5.6.1)', () => {
  test('may not go on with a session, neither by sending nor by receiving, and the session does not notice', () => {
    const stream = ask('POST', `${SESSION}/xhr_streaming?client=A`)
    expect(ask('POST', `${SESSION}/xhr_send?client=A`, '["\\n"]', '192.0.2.2').status).toBe(404)
    expect(ask('POST', `${SESSION}/xhr_streaming?client=A`, '', '192.0.2.2').status).toBe(404)
    expect(facts('stomp.frame-decoded')).toEqual([])
    expect(stream.isOver).toBe(false)
    expect(send(SESSION, CONNECT).status).toBe(204)
  })
})

describe('a client over SockJS without WebSocket', () => {
  test.each(['xhr_streaming', 'xhr'])(
    'keeps its letter on every request, also where it gets another (%s)',
    (transport) => {
      new LabVisitor(simulation.lab, '/ws?client=A').connect()
      ask('POST', `${SESSION}/${transport}?client=A`)
      send(SESSION, CONNECT)
      const ofSession = events().filter(({ session }) => session === 's1')
      expect(new Set(ofSession.map(({ client }) => client))).toEqual(new Set(['B']))
      expect(facts('http.requested').at(-1)).toMatchObject({ client: 'B', session: 's1' })
    },
  )

  test('gives its letter up when it drops its receiver, though Spring does not know (5.7)', () => {
    const stream = ask('POST', `${SESSION}/xhr_streaming?client=A`)
    send(SESSION, CONNECT)
    stream.request.abort()
    pass(5)
    ask('POST', '/ws/000/s2/xhr_streaming?client=A')
    expect(facts('websocket.opened').map(({ client, session }) => [client, session])).toEqual([
      ['A', 's1'],
      ['A', 's2'],
    ])
    expect(simulation.lab.sessionCount).toBe(2)
  })

  test('that only tried a transport gives it up to its next try', () => {
    ask('POST', `${SESSION}/xhr_streaming?client=A`)
    ask('POST', '/ws/000/s2/xhr?client=A')
    expect(facts('websocket.opened').map(({ client }) => client)).toEqual(['A', 'A'])
  })
})

describe('what is told', () => {
  test('of a stream: its head, its chunks with what made them, and its end', () => {
    simulation = createSimulation({ config: CONFIGURATIONS.get('sockjsFast') ?? expect.fail() })
    const stream = ask('POST', `${SESSION}/xhr_streaming?client=A`)
    send(SESSION, CONNECT, SUBSCRIBE)
    publish('x'.repeat(300))
    expect(stream).toMatchObject({ status: 200, isOver: true })
    const [requested] = facts('http.requested')
    const chunks = facts('http.chunk-sent')
    expect(chunks.map(({ request, bytes }) => [request, bytes])).toEqual([
      ...[2049, 2051, 2105, 2542].map((bytes) => [requested?.seq, bytes]),
    ])
    const at = (seq: number | null | undefined) => simulation.lab.ring.at(seq ?? -1)
    const causes = chunks.map(({ cause }) => at(cause))
    expect(causes.slice(1).map((cause) => cause?.type)).toEqual(Array(3).fill('sockjs.frame-sent'))
    expect(at(causes[3]?.cause)).toMatchObject({ type: 'stomp.frame-encoded' })
    expect(facts('http.responded')[0]).toMatchObject({ status: 200, cause: requested?.seq, session: 's1', client: 'A' })
    expect(facts('http.ended')).toMatchObject([{ request: requested?.seq, bytes: 2542, session: 's1' }])
    expect(facts('sockjs.receiver-attached')).toMatchObject([{ transport: 'xhr_streaming', bytes: 0, limit: 300 }])
    expect(facts('sockjs.receiver-detached')).toMatchObject([{ transport: 'xhr_streaming', limit: 300 }])
    expect(facts('sockjs.stepped')).toMatchObject([{ input: 'established', from: 'connecting', to: 'open' }])
    expect(facts('sockjs.session-opened')).toMatchObject([
      { serverId: '000', sessionId: 's1', transport: 'xhr_streaming' },
    ])
  })

  test('of a message that waits for a poll: that it waits, and later in which frame it left', () => {
    ask('POST', `${SESSION}/xhr?client=A`)
    send(SESSION, CONNECT, SUBSCRIBE)
    ask('POST', `${SESSION}/xhr?client=A`)
    publish('one')
    publish('two')
    const buffered = facts('outbound.buffered')
    expect(buffered.map(({ cause }) => simulation.lab.ring.at(cause ?? -1)?.type)).toEqual(
      buffered.map(() => 'stomp.frame-encoded'),
    )
    expect(buffered.at(-1)?.bufferSize).toBeGreaterThan(buffered.at(-1)?.bytes ?? 0)
    const poll = ask('POST', `${SESSION}/xhr?client=A`)
    expect(poll.chunks[0]).toMatch(/^a\["MESSAGE.*one.*","MESSAGE.*two.*"\]\n$/)
  })

  test('of a dropped receiver: that it was dropped, and of the end that Spring makes when it next writes', () => {
    const stream = ask('POST', `${SESSION}/xhr_streaming?client=A`)
    send(SESSION, CONNECT, SUBSCRIBE)
    stream.request.abort()
    pass(5)
    expect(facts('http.ended').at(-1)).toMatchObject({ aborted: true, cause: null, client: 'A', session: 's1' })
    expect(simulation.lab.sessionCount).toBe(1)
    pass(25_000)
    expect(facts('sockjs.session-closed')).toMatchObject([{ code: 1011, why: 'receiver-lost', session: 's1' }])
    expect(facts('websocket.closed')).toMatchObject([{ code: 1011 }])
    expect(simulation.lab.sessionCount).toBe(0)
  })

  test('nothing of a secret, however a transport wraps it (trace.md rule 4)', () => {
    const config = { ...DEFAULT_CONFIGURATION, sockJs: { ...DEFAULT_CONFIGURATION.sockJs, jsonp: true } }
    simulation = createSimulation({ config })
    const secret = CONNECT.replace('\n\n', '\nAuthorization:Bearer hidden\n\n')
    ask('POST', `${SESSION}/xhr_streaming?client=A`)
    send(SESSION, secret)
    ask('GET', '/ws/000/s2/jsonp?c=f')
    const form = `d=${encodeURIComponent(JSON.stringify([secret.replace('^@', '\0')]))}`
    expect(ask('POST', '/ws/000/s2/jsonp_send', form).status).toBe(500)
    expect(JSON.stringify(events())).not.toMatch(/Bearer( |%20)hidden/)
  })
})

test('a page can cut the response that the server sends on', () => {
  const stream = ask('POST', `${SESSION}/xhr_streaming?client=A`)
  simulation.lab.execute({ command: 'kill', session: 's1' })
  pass(5)
  expect(stream.isOver).toBe(true)
  expect(facts('sockjs.session-closed')).toMatchObject([{ code: 1011, why: 'killed' }])
})

test('a session without a receiver ends with 3000 when the service next looks (5.7)', () => {
  ask('POST', `${SESSION}/xhr?client=A`)
  pass(9_900)
  expect(simulation.lab.sessionCount).toBe(1)
  pass(200)
  expect(facts('sockjs.session-closed')).toMatchObject([{ code: 3000, reason: 'Go away!', why: 'disconnect-delay' }])
})

test('the 101st message that waits ends the session with 1002 (5.7)', () => {
  ask('POST', `${SESSION}/xhr?client=A`)
  send(SESSION, CONNECT, SUBSCRIBE)
  ask('POST', `${SESSION}/xhr?client=A`)
  for (let count = 0; count < 100; count++) publish('x')
  expect(simulation.lab.sessionCount).toBe(1)
  publish('x')
  expect(facts('sockjs.session-closed')).toMatchObject([{ code: 1002, why: 'queue-full' }])
})

test.each([
  [100, false],
  [10, true],
])(
  '%i polling clients leave no session and no timer behind after a minute (traced: %s)',
  (count, traced) => {
    simulation = createSimulation({ traced })
    const clients = Array.from({ length: count }, (_, index) => `/ws/000/client-${index}`)
    for (const session of clients) {
      ask('POST', `${session}/xhr`)
      send(session, CONNECT, SUBSCRIBE)
    }
    let polls: readonly Asked[] = []
    for (let second = 0; second < 60; second++) {
      polls = clients.map((session, index) => {
        const poll = polls[index]
        return poll && !poll.isOver ? poll : ask('POST', `${session}/xhr`)
      })
      publish(String(second))
      pass(500)
    }
    expect(simulation.lab.sessionCount).toBe(count)
    for (const poll of polls) poll.request.abort()
    pass(35_000)
    expect(simulation.lab.sessionCount).toBe(0)
    // What still runs are the statistics.
    const { scheduler } = simulation
    const due = [1, 2].map(() => scheduler.step() && scheduler.now() / 60_000)
    expect(due).toEqual([31, 61])
  },
  60_000,
)
