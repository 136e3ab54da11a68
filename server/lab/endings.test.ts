import { expect, test } from 'vitest'
import { createSimulation, type Simulation } from '../simulation.ts'
import type { LabSnapshot, TraceEvent } from '../trace/index.ts'
import { CONFIGURATIONS, DEFAULT_CONFIGURATION } from './configurations.ts'
import { LabLedger } from './lab-ledger.ts'
import { LabVisitor } from './lab-visitor.ts'

type Ending = (visitor: LabVisitor, simulation: Simulation) => void

const all = ({ lab }: Simulation): readonly TraceEvent[] => lab.ring.range(0, lab.ring.next)

/** What the trace says of the lab now. */
const stateOf = (simulation: Simulation): LabSnapshot => {
  const ledger = new LabLedger(DEFAULT_CONFIGURATION)
  for (const event of all(simulation)) ledger.observe(event, (seq) => simulation.lab.ring.at(seq))
  return ledger.snapshot()
}

const sessionIds = (simulation: Simulation): readonly string[] =>
  all(simulation).flatMap(({ type, session }) => (type === 'websocket.opened' && session !== null ? [session] : []))

/** Alice is connected, and subscribed to a topic and to a queue of hers. */
const alice = () => {
  const simulation = createSimulation({ config: CONFIGURATIONS.get('heartbeat') ?? DEFAULT_CONFIGURATION })
  const visitor = new LabVisitor(simulation.lab, '/ws?client=A')
  visitor.connect('1000,0', 'alice')
  visitor.subscribe('/topic/t', '0')
  visitor.subscribe('/user/queue/private', '1')
  simulation.scheduler.advance(50)
  return { simulation, visitor }
}

/** What the registries themselves say: whom a message for the topic and one for the user would reach. */
const reached = (simulation: Simulation): readonly string[] => {
  const from = simulation.lab.ring.next
  simulation.lab.execute({ command: 'publish', destination: '/topic/t', body: 'x' })
  simulation.lab.execute({ command: 'publish', destination: '/queue/private', user: 'alice', body: 'x' })
  simulation.scheduler.advance(50)
  return simulation.lab.ring
    .range(from, simulation.lab.ring.next)
    .flatMap((event) => (event.type === 'broker.matched' ? event.matches.map(({ subscription }) => subscription) : []))
}

const ENDINGS: readonly (readonly [name: string, ending: Ending])[] = [
  [
    'DISCONNECT with a receipt, and then a close by the client',
    (visitor, { scheduler }) => {
      visitor.send('DISCONNECT\nreceipt:bye\n\n^@')
      scheduler.advance(50)
      visitor.close()
    },
  ],
  ['DISCONNECT without a receipt', (visitor) => visitor.send('DISCONNECT\n\n^@')],
  ['a close by the client', (visitor) => visitor.close(1001)],
  ['a reset', (visitor) => visitor.reset()],
  ['silence', (_visitor, { scheduler }) => scheduler.advance(10_000)],
  ['a frame that is none', (visitor) => visitor.send('FOO\n\n^@')],
  [
    'a kill',
    (visitor, simulation) => {
      simulation.lab.execute({ command: 'kill', session: sessionIds(simulation)[0] ?? '' })
      visitor.reset()
    },
  ],
  ['a restart', (_visitor, { lab }) => void lab.execute({ command: 'restart' })],
  ['another configuration', (_visitor, { lab }) => void lab.execute({ command: 'configure', config: 'default' })],
]

test('a session that lives is in every registry', () => {
  const { simulation } = alice()
  expect(reached(simulation)).toEqual(['0', '1'])
  expect(stateOf(simulation)).toMatchObject({
    sessions: [{ client: 'A', user: 'alice', connected: true }],
    users: [{ name: 'alice' }],
  })
  expect(stateOf(simulation).subscriptions).toHaveLength(2)
})

test.each(ENDINGS)('%s leaves nothing behind', (_name, ending) => {
  const { simulation, visitor } = alice()
  ending(visitor, simulation)
  simulation.scheduler.advance(1000)
  expect(simulation.lab.sessionCount).toBe(0)
  expect(reached(simulation)).toEqual([])
  expect(stateOf(simulation)).toMatchObject({ sessions: [], subscriptions: [], users: [] })
  expect(simulation.lab.execute({ command: 'claim', clients: ['A'], page: 'p' })).toMatchObject({
    value: { clients: ['A'] },
  })
})

test.each(['restart', 'configure'] as const)('%s closes every session with 1012', (command) => {
  const { simulation, visitor } = alice()
  simulation.lab.execute(command === 'restart' ? { command } : { command, config: 'ordered' })
  expect(visitor.closedWith).toBe(1012)
  expect(all(simulation).find(({ type }) => type === 'websocket.closed')).toMatchObject({ code: 1012, by: 'server' })
})

test('the end of the server closes every session with the status that it is given', () => {
  const { simulation, visitor } = alice()
  simulation.lab.close({ code: 1012, reason: null })
  expect([visitor.closedWith, simulation.lab.sessionCount]).toEqual([1012, 0])
})

test('a snapshot tells what each side said of heart-beats', () => {
  const { sessions } = stateOf(alice().simulation)
  expect(sessions).toMatchObject([{ clientHeartbeat: [1000, 0], heartbeat: [1000, 1000] }])
})
