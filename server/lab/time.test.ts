import { describe, expect, test } from 'vitest'
import { createSimulation, type Simulation } from '../simulation.ts'
import type { LabConfiguration, TraceEvent, TraceEventOf, TraceFactType } from '../trace/index.ts'
import { CONFIGURATIONS, DEFAULT_CONFIGURATION } from './configurations.ts'
import { LabVisitor } from './lab-visitor.ts'

const HEARTBEAT = CONFIGURATIONS.get('heartbeat') ?? DEFAULT_CONFIGURATION

const all = ({ lab }: Simulation): readonly TraceEvent[] => lab.ring.range(0, lab.ring.next)

const facts = <T extends TraceFactType>(simulation: Simulation, type: T): readonly TraceEventOf<T>[] =>
  all(simulation).filter((event) => event.type === type) as unknown as readonly TraceEventOf<T>[]

/** `event at ms`, of the types asked for. */
const moments = (simulation: Simulation, ...types: readonly TraceFactType[]): readonly string[] =>
  all(simulation).flatMap(({ type, at }) => (types.includes(type) ? [`${type} at ${at}`] : []))

const disconnects = (simulation: Simulation): readonly (number | undefined)[] =>
  facts(simulation, 'event.published')
    .filter(({ event }) => event === 'SessionDisconnectEvent')
    .map(({ closeStatus }) => closeStatus?.code)

describe('heart-beats of the simple broker (spring.md 2.10)', () => {
  test('go out on every tick once a session was idle for longer than its interval', () => {
    const simulation = createSimulation({ config: HEARTBEAT })
    const ada = new LabVisitor(simulation.lab)
    ada.connect('0,1000')
    simulation.scheduler.advance(4500)
    expect(ada.got.slice(1)).toEqual(['\n', '\n', '\n'])
    expect(moments(simulation, 'heartbeat.sent')).toEqual([
      'heartbeat.sent at 2000',
      'heartbeat.sent at 3000',
      'heartbeat.sent at 4000',
    ])
  })

  test('are not sent to who wants none, and its silence is borne', () => {
    const simulation = createSimulation({ config: HEARTBEAT })
    const ada = new LabVisitor(simulation.lab)
    ada.connect('0,0')
    simulation.scheduler.advance(60_000)
    expect([ada.got.length, ada.closedWith]).toEqual([1, null])
  })

  test('of a client are received, and keep it alive', () => {
    const simulation = createSimulation({ config: HEARTBEAT })
    const ada = new LabVisitor(simulation.lab, '/ws?client=A')
    ada.connect('1000,0')
    for (let second = 0; second < 10; second++) {
      simulation.scheduler.advance(1000)
      ada.send('\n')
    }
    expect(ada.closedWith).toBeNull()
    const received = facts(simulation, 'heartbeat.received')
    expect(received).toHaveLength(10)
    expect(received[0]).toMatchObject({ client: 'A', layer: 'stomp', direction: 'to-server' })
    expect(moments(simulation, 'heartbeat.late', 'heartbeat.missed')).toEqual([])
  })

  test('of a client that falls silent are late, once, and after three intervals missed: it is dead', () => {
    const simulation = createSimulation({ config: HEARTBEAT })
    const ada = new LabVisitor(simulation.lab, '/ws?client=A')
    ada.connect('1000,0')
    simulation.scheduler.advance(10_000)
    expect(moments(simulation, 'heartbeat.late', 'heartbeat.missed')).toEqual([
      'heartbeat.late at 2000',
      'heartbeat.missed at 4000',
    ])
    expect(facts(simulation, 'heartbeat.late')[0]).toMatchObject({ client: 'A', deadline: 3000 })
    expect(ada.got.at(-1)).toBe('ERROR\nmessage:Session closed.\ncontent-length:0\n\n^@')
    expect([ada.closedWith, disconnects(simulation)]).toEqual([1002, [1002]])
  })

  test('a client that was late and speaks again can be late again', () => {
    const simulation = createSimulation({ config: HEARTBEAT })
    const ada = new LabVisitor(simulation.lab)
    ada.connect('1000,0')
    simulation.scheduler.advance(2500)
    ada.publish('/topic/a', 'here I am')
    simulation.scheduler.advance(2000)
    expect(moments(simulation, 'heartbeat.late', 'heartbeat.missed')).toEqual([
      'heartbeat.late at 2000',
      'heartbeat.late at 4000',
    ])
  })

  test('come from the timer that fired, on its thread', () => {
    const simulation = createSimulation({ config: HEARTBEAT })
    new LabVisitor(simulation.lab).connect('0,1000')
    simulation.scheduler.advance(2500)
    const [beat] = facts(simulation, 'heartbeat.sent')
    const fired = simulation.lab.ring.at(beat?.cause ?? -1)
    expect(fired).toMatchObject({ type: 'timer.fired', cause: null, thread: 'heartbeat-1', due: 2000 })
    const message = facts(simulation, 'channel.sent').find(
      ({ message: { headers } }) => headers.simpMessageType === 'HEARTBEAT',
    )
    expect(message?.cause).toBe(fired?.seq)
  })

  test('end with the broker', () => {
    const simulation = createSimulation({ config: HEARTBEAT })
    simulation.scheduler.advance(500)
    simulation.lab.execute({ command: 'configure', config: 'default' })
    simulation.scheduler.advance(5000)
    expect(moments(simulation, 'timer.set', 'timer.fired', 'timer.cancelled')).toEqual([
      'timer.set at 0',
      'timer.cancelled at 500',
    ])
  })
})

describe('the heart-beat of a SockJS session (spring.md 5.7)', () => {
  const open = (config: LabConfiguration) => {
    const simulation = createSimulation({ config })
    return { simulation, visitor: new LabVisitor(simulation.lab, '/ws/000/abcdefgh/websocket?client=A') }
  }

  test('goes out after silence, and says whose it is', () => {
    const { simulation, visitor } = open(DEFAULT_CONFIGURATION)
    simulation.scheduler.advance(26_000)
    expect(visitor.got).toEqual(['o', 'h'])
    expect(facts(simulation, 'timer.fired')[0]).toMatchObject({ client: 'A', cause: null, thread: 'MessageBroker-1' })
    expect(facts(simulation, 'heartbeat.sent')[0]).toMatchObject({
      client: 'A',
      layer: 'sockjs',
      station: 'sockJsService',
      direction: 'to-client',
    })
  })

  test('is called off when STOMP has its own (2.1.8), and when the session ends', () => {
    const { simulation, visitor } = open(HEARTBEAT)
    visitor.send(JSON.stringify(['CONNECT\naccept-version:1.2\nheart-beat:1000,1000\n\n\0']))
    simulation.scheduler.advance(10)
    expect(facts(simulation, 'timer.cancelled')).toMatchObject([{ name: 'AbstractSockJsSession.HeartbeatTask' }])

    const other = open(DEFAULT_CONFIGURATION)
    other.visitor.close()
    expect(facts(other.simulation, 'timer.cancelled')).toHaveLength(1)
    other.simulation.scheduler.advance(100_000)
    expect(other.visitor.got).toEqual(['o'])
  })
})

describe('a client that does not read (spring.md 7.2, S39)', () => {
  const transport = { ...DEFAULT_CONFIGURATION.transport, sendTimeLimit: 1000, sendBufferSizeLimit: 1000 }

  const stuck = () => {
    const simulation = createSimulation({ config: { ...DEFAULT_CONFIGURATION, transport } })
    const ada = new LabVisitor(simulation.lab, '/ws?client=A')
    ada.connect()
    ada.subscribe('/topic/t')
    simulation.scheduler.advance(10)
    ada.connection.bufferedAmount = 100
    return { simulation, ada }
  }

  const publish = ({ lab, scheduler }: Simulation, body: string): void => {
    lab.execute({ command: 'publish', destination: '/topic/t', body })
    scheduler.advance(1)
  }

  test('lets messages wait as long as there is room', () => {
    const { simulation, ada } = stuck()
    publish(simulation, 'x')
    expect(ada.bodies).toEqual(['x'])
    const [buffered] = facts(simulation, 'outbound.buffered')
    expect(buffered).toMatchObject({ client: 'A', station: 'webSocketSession' })
    expect(buffered?.bufferSize).toBe(100 + (buffered?.bytes ?? 0))
    const encoded = simulation.lab.ring.at(buffered?.cause ?? -1)
    expect(encoded).toMatchObject({ type: 'stomp.frame-encoded', frame: { command: 'MESSAGE' } })
  })

  test.each([
    ['too much waits', (_simulation: Simulation) => 'x'.repeat(1000)],
    [
      'one send takes too long',
      (simulation: Simulation) => {
        publish(simulation, 'x')
        simulation.scheduler.advance(1001)
        return 'x'
      },
    ],
  ])('is closed with 4500 when %s, and its SessionDisconnectEvent comes twice', (_name, lastBody) => {
    const { simulation, ada } = stuck()
    publish(simulation, lastBody(simulation))
    expect(ada.closedWith).toBe(4500)
    expect(disconnects(simulation)).toEqual([4500, 4500])
    expect(facts(simulation, 'outbound.limit-exceeded')).toMatchObject([{ client: 'A' }])
    expect(facts(simulation, 'handler.left').find(({ outcome }) => outcome.kind === 'failed')?.outcome).toMatchObject({
      error: { type: 'org.springframework.web.socket.handler.SessionLimitExceededException' },
    })
    expect(simulation.lab.sessionCount).toBe(0)
  })
})

test('a session that never speaks ends when another one begins a minute later, not before (spring.md 7.8, S48)', () => {
  const simulation = createSimulation()
  const silent = new LabVisitor(simulation.lab)
  simulation.scheduler.advance(300_000)
  expect(silent.closedWith).toBeNull()
  const talking = new LabVisitor(simulation.lab)
  expect(silent.closedWith).toBe(4500)
  expect(disconnects(simulation)).toEqual([4500])
  talking.connect()
  simulation.scheduler.advance(100_000)
  new LabVisitor(simulation.lab)
  expect(talking.closedWith).toBeNull()
})

test('what /info tells is told (spring.md 5.5.1)', () => {
  const simulation = createSimulation()
  let body = ''
  simulation.transport.request(
    { method: 'GET', path: '/ws/info', query: '', headers: [], body: new Uint8Array() },
    (response) => {
      body = new TextDecoder().decode(response.body)
    },
  )
  simulation.scheduler.advance(10)
  const [served] = facts(simulation, 'sockjs.info-served')
  expect(served).toMatchObject({ station: 'sockJsService', webSocketEnabled: true, cookieNeeded: true })
  expect(JSON.parse(body).entropy).toBe(served?.entropy)
  expect(simulation.lab.ring.at(served?.cause ?? -1)?.type).toBe('http.requested')
  expect(facts(simulation, 'http.responded')[0]?.cause).toBe(served?.seq)
})
