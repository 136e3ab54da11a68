import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createSimulation, type Simulation } from '../simulation.ts'
import type { LabConfiguration } from '../trace/index.ts'
import { CONFIGURATIONS, DEFAULT_CONFIGURATION } from './configurations.ts'
import { LabVisitor } from './lab-visitor.ts'

/** Everything that keeps something for a session is on. */
const CONFIG: LabConfiguration = {
  ...(CONFIGURATIONS.get('ordered') ?? DEFAULT_CONFIGURATION),
  simpleBroker: { ...DEFAULT_CONFIGURATION.simpleBroker, heartbeat: [10_000, 10_000] },
}

/** Octets of the heap that a session may cost when it is over: a collection of garbage is never quite thorough. */
const TOLERANCE = 100

/** Milliseconds, virtual: what was begun is done by then. */
const MOMENT = 5

type Ending = (visitor: LabVisitor, simulation: Simulation) => void

const ENDINGS: readonly Ending[] = [
  (visitor) => visitor.send('DISCONNECT\nreceipt:bye\n\n^@'),
  (visitor) => visitor.send('DISCONNECT\n\n^@'),
  (visitor) => visitor.close(),
  (visitor) => visitor.reset(),
  (visitor) => visitor.send('FOO\n\n^@'),
]

/** Comes, does what clients do, and ends as the others do not. */
const visit = (simulation: Simulation, number: number): void => {
  const visitor = new LabVisitor(simulation.lab, `/ws?client=c${number}`)
  visitor.connect('10000,10000', `user-${number}`)
  simulation.scheduler.advance(MOMENT)
  visitor.subscribe(`/topic/${number}`, '0')
  visitor.subscribe('/user/queue/private', '1')
  simulation.scheduler.advance(MOMENT)
  visitor.publish(`/user/user-${number}/queue/private`, 'x')
  simulation.scheduler.advance(MOMENT)
  ENDINGS[number % ENDINGS.length]?.(visitor, simulation)
  simulation.scheduler.advance(MOMENT)
  visitor.close()
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const heap = (): number => {
  collectGarbage()
  collectGarbage()
  return getHeapStatistics().used_heap_size
}

test.each([
  { connects: 3000, warmUp: 2500, traced: false },
  { connects: 2500, warmUp: 2000, traced: true },
])(
  '$connects connects leave nothing behind (traced: $traced)',
  ({ connects, warmUp, traced }) => {
    const simulation = createSimulation({ config: CONFIG, traced })
    // Until what is bounded is full: the ring, and the tags of sessions that ended.
    for (let number = 0; number < warmUp; number++) visit(simulation, number)
    const before = heap()
    for (let number = 0; number < connects; number++) visit(simulation, warmUp + number)
    expect(simulation.lab.sessionCount).toBe(0)
    expect((heap() - before) / connects).toBeLessThan(TOLERANCE)
  },
  60_000,
)
